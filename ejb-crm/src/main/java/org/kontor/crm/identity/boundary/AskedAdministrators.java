package org.kontor.crm.identity.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.kontor.crm.platform.boundary.Audit;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.crm.platform.boundary.Outbox;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.time.BusinessClock;

/**
 * Asks the main administrator by mail, for somebody who may not do it, to pay or to give a right.
 */
@Stateless
public class AskedAdministrators {

  /** Topic of the outbox. */
  public static final String ASKED = "administrator.asked";

  @Inject private Sql sql;
  @Inject private Outbox outbox;
  @Inject private Audit audit;
  @Inject private BusinessClock clock;

  /**
   * Asks; once a day of the vendor for each person of each of its customers, however often it is
   * called.
   *
   * @return whether a mail goes out
   * @throws org.kontor.domain.problem.Refused NOT_FOUND
   */
  public boolean ask(Visitor visitor) {
    if (visitor.role() == null) {
      throw NotFound.of("customer");
    }
    LocalDate today = today(visitor.vendor());
    int asked =
        sql.update(
            "insert into asked_administrator (person_id, customer_id, asked_on) values (?, ?, ?)"
                + " on conflict do nothing",
            visitor.personId(),
            visitor.customerId(),
            today);
    if (asked == 0) {
      return false;
    }
    outbox.add(
        ASKED,
        visitor.personId() + "/" + visitor.customerId() + "/" + today,
        visitor.vendor(),
        visitor.customerId(),
        Map.of("person", visitor.personId()),
        today);
    audit.record(ASKED, "person/" + visitor.personId(), Map.of("customer", visitor.customerId()));
    return true;
  }

  /** Whether the person has asked today for the customer for whom it acts. */
  public boolean hasAsked(Visitor visitor) {
    return sql.one(
            row -> true,
            "select 1 from asked_administrator"
                + " where person_id = ? and customer_id = ? and asked_on = ?",
            visitor.personId(),
            visitor.customerId(),
            today(visitor.vendor()))
        .isPresent();
  }

  private LocalDate today(String vendor) {
    return clock.today(
        sql.one(
                row -> ZoneId.of(row.getString(1)),
                "select zone from vendor where code = ?",
                vendor)
            .orElseThrow(() -> NotFound.of("vendor")));
  }
}
