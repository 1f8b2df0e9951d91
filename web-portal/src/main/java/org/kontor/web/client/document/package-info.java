/** C09: the file of a document, as it was archived. */
package org.kontor.web.client.document;
