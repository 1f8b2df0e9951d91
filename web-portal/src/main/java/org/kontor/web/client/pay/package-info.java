/** C06, C07: what to pay, and how by bank transfer. */
package org.kontor.web.client.pay;
