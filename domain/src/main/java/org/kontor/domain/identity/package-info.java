/** What makes a password good (QUALITY S13). Who somebody is, is decided by ejb-crm's identity. */
package org.kontor.domain.identity;
