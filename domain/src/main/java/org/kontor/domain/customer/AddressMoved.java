package org.kontor.domain.customer;

import java.time.LocalDate;

/** Hears, inside the same transaction, that somebody is reached by another mail address. */
public interface AddressMoved {

  /**
   * A person of a customer; the address before is told of it.
   *
   * @param before and {@code now} in lower case
   * @param language of the person
   */
  void person(
      String vendor,
      long customerId,
      long personId,
      String language,
      String before,
      String now,
      LocalDate day);

  /** The addresses to which a customer's documents go; they may be the same as before. */
  void documents(long customerId, DocumentAddresses before, DocumentAddresses now);
}
