package org.kontor.domain.message;

import java.time.LocalDate;
import java.time.ZoneId;

/** In whose name messages are written, told to those who must not know policy packs. */
public interface Senders {

  /**
   * The seller as it stands on a day.
   *
   * @throws org.kontor.domain.problem.Refused UNKNOWN_VENDOR
   */
  Sender of(String vendorCode, LocalDate on);

  /**
   * @param name as customers know it
   * @param email from which mail comes and to which answers go
   * @param zone in which moments are shown
   */
  record Sender(String name, String email, ZoneId zone) {

    /** Right of the @; names our Message-IDs. */
    public String domain() {
      return email.substring(email.lastIndexOf('@') + 1);
    }
  }
}
