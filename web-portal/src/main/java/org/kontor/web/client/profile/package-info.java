/** C22: who I am, my password, where I am signed in. */
package org.kontor.web.client.profile;
