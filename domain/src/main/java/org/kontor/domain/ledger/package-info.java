/**
 * Double entry as pure data (R6): which accounts a business event moves, by how much. A transfer
 * debits one account and credits another, so that it sums to zero by construction; an entry with
 * several legs is several transfers under one source. Nothing here reads or writes a store.
 */
package org.kontor.domain.ledger;
