/** Mails of the registration. */
package org.kontor.billing.registration.control;
