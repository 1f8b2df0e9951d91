/** Keys of people's own devices that sign them in. */
package org.kontor.web.client.passkey;
