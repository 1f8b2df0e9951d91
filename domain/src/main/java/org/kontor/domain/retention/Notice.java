package org.kontor.domain.retention;

import java.time.LocalDate;

/**
 * An announcement that was handed to the mail.
 *
 * @param daysLeft days before the deletion for which it stands
 * @param toldOn day on which it was handed over
 * @param acceptedOn local day on which the mail server had taken it for everybody, or null
 */
public record Notice(int daysLeft, LocalDate toldOn, LocalDate acceptedOn) {

  public boolean accepted() {
    return acceptedOn != null;
  }
}
