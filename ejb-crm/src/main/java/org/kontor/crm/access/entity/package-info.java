/** API keys as stored: digests only. */
package org.kontor.crm.access.entity;
