/**
 * Reads packs from text (form, references, places of mistakes) and keeps the versions that are in
 * force. No rule of money lives here.
 */
package org.kontor.billing.policy.control;
