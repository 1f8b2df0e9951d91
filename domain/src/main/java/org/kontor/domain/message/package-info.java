/**
 * What is told to customers, and to whom: drafts made from what happened (S1.6, S1.38, S2.13,
 * S2.14, S3.12, S3.35–S3.39, S5.2, S5.10), which people an audience means, when a mail is tried
 * again and when it is given up, what a mail server's answer says about an address, and the one
 * Message-ID of a mail. Not here: texts (resources of ejb-crm), sending, what is worth a message
 * (the sources).
 */
package org.kontor.domain.message;
