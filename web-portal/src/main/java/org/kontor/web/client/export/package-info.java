/** Lists as files (S1.36, S1.37): streamed, safe from formulas. */
package org.kontor.web.client.export;
