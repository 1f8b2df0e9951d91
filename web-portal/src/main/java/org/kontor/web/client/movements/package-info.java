/** C10: all that moved the balance, each with its explanation (S3.21–S3.24). */
package org.kontor.web.client.movements;
