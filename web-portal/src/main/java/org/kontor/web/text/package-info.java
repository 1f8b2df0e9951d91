/**
 * The words of the pages in five languages: resources {@code <group>_<language>.properties}, in ICU
 * MessageFormat. Which language is the visit's affair, what is said the page's.
 */
package org.kontor.web.text;
