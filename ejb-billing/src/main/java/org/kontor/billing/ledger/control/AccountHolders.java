package org.kontor.billing.ledger.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import org.kontor.crm.access.boundary.Caller;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;

/** Finds customers as the books know them. */
@ApplicationScoped
public class AccountHolders {

  private final Sql sql;
  private final Caller caller;

  @Inject
  public AccountHolders(Sql sql, Caller caller) {
    this.sql = sql;
    this.caller = caller;
  }

  /** For the container's proxy. */
  protected AccountHolders() {
    this(null, null);
  }

  /** Whoever it is; empty when there is none, or none that the caller sees. */
  public Optional<AccountHolder> find(long customerId) {
    return sql.one(
            row ->
                new AccountHolder(
                    row.getLong(1),
                    row.getString(2),
                    ZoneId.of(row.getString(3)),
                    row.getObject(4, LocalDate.class),
                    Currency.getInstance(row.getString(5)),
                    "CLOSED".equals(row.getString(6))),
            "select c.id, v.code, v.zone, v.book_from, c.currency, c.state"
                + " from customer c join vendor v on v.code = c.vendor_code where c.id = ?",
            customerId)
        .filter(holder -> caller.sees(holder.vendorCode()));
  }

  /**
   * The one that a list is asked for.
   *
   * @param customerId as sent, null when it was not
   * @throws org.kontor.domain.problem.Refused MISSING_VALUE, NOT_FOUND
   */
  public AccountHolder asked(Long customerId) {
    if (customerId == null) {
      throw Problem.of(
              ProblemCode.MISSING_VALUE,
              "customer",
              "customer is missing",
              "Send the id of a customer of GET /customers.")
          .asException();
    }
    return find(customerId).orElseThrow(() -> NotFound.of("customer"));
  }
}
