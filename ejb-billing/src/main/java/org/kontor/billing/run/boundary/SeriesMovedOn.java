package org.kontor.billing.run.boundary;

import java.time.LocalDate;

/** A later document was issued since the plan was made: its drafts must be dated anew. */
public class SeriesMovedOn extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public SeriesMovedOn(LocalDate planned, LocalDate last) {
    super("planned for " + planned + ", and the series has a document of " + last);
  }
}
