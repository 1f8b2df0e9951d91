package org.kontor.crm.customer.boundary;

import java.util.List;

/** What became of each customer of a bulk call, in the order sent. */
public record ImportResult(int created, int existing, int refused, List<Item> results) {

  public ImportResult {
    results = List.copyOf(results);
  }

  /**
   * @param outcome CREATED, EXISTS (the reference was there before; nothing was changed) or REFUSED
   * @param id null when refused
   * @param code of the problem, when refused; with field, detail and mend as a single call has them
   */
  public record Item(
      int index, String outcome, Long id, String code, String field, String detail, String mend) {}
}
