package org.kontor.billing.statement.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.billing.document.boundary.DocumentFile;
import org.kontor.billing.document.control.Press;
import org.kontor.billing.document.control.PrintedStatement;
import org.kontor.billing.invoice.control.Buyers;
import org.kontor.billing.ledger.control.AccountHolder;
import org.kontor.billing.ledger.control.AccountHolders;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.billing.statement.boundary.StatementCheck.State;
import org.kontor.billing.statement.control.StatementSeals;
import org.kontor.billing.token.control.ClaimsSigner.Verified;
import org.kontor.billing.wallet.control.MovementHistory;
import org.kontor.crm.customer.boundary.Customers;
import org.kontor.crm.platform.boundary.Actor;
import org.kontor.domain.customer.Check;
import org.kontor.domain.ledger.AccountStatement;
import org.kontor.domain.ledger.AccountStatement.Row;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;
import org.kontor.domain.time.BusinessClock;
import org.kontor.domain.time.DateRange;

/** Makes statements of balances, and checks the seals of those that were made. */
@Stateless
public class Statements {

  /** Characters of a seal; one that is printed has some 700. */
  private static final int LONGEST = 4_000;

  @Inject private AccountHolders holders;
  @Inject private Customers customers;
  @Inject private Buyers buyers;
  @Inject private PolicyBook policies;
  @Inject private MovementHistory history;
  @Inject private StatementSeals seals;
  @Inject private Press press;
  @Inject private BusinessClock clock;
  @Inject private Actor actor;

  /**
   * The days that it is made for; empty where none is made, see {@link AccountStatement#period}.
   */
  public Optional<DateRange> period(long customerId, LocalDate from, LocalDate to) {
    return AccountStatement.period(from, to, clock.today(holders.asked(customerId).zone()));
  }

  /**
   * The statement, made anew at each call; PDF/A-2a in the language of the customer's documents.
   * Nobody holds a connection while he waits for the press.
   *
   * @param period see {@link #period}
   * @param maker who asked for it, as the reader is to be told
   * @throws Refused NOT_FOUND; TOO_LARGE with more than {@link AccountStatement#MOST_ROWS}
   *     movements; UNAVAILABLE when the press is busy
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public DocumentFile pdf(long customerId, DateRange period, String maker) {
    AccountHolder holder = holders.asked(customerId);
    AccountStatement statement = statement(holder, period);
    Instant now = clock.now().truncatedTo(ChronoUnit.SECONDS);
    PolicyPack pack = policies.inForce(holder.vendorCode(), clock.today(holder.zone()));
    String given = customers.view(customerId).reference();
    String reference = given.isBlank() ? Long.toString(customerId) : given;
    PrintedStatement printed =
        new PrintedStatement(
            pack.seller(),
            buyers.load(customerId).get(customerId).buyer(),
            reference,
            statement,
            now,
            holder.zone(),
            maker,
            seals.seal(holder.vendorCode(), reference, statement, now).orElse(null));
    return DocumentFile.of(printed.name(), press.print(printed));
  }

  /**
   * The same for days as a program names them, with the program as the one who asked.
   *
   * @param from null, with {@code to}, for the year that ends today
   * @throws Refused as above; INVALID_VALUE of days that no statement is made of
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public DocumentFile pdf(long customerId, LocalDate from, LocalDate to) {
    DateRange period =
        period(customerId, from, to)
            .orElseThrow(
                () ->
                    Check.invalid(
                        "from",
                        "There is no statement of these days",
                        "Send from and to, a year at most, the first not after the last or today;"
                            + " or neither."));
    return pdf(customerId, period, actor.actor());
  }

  private AccountStatement statement(AccountHolder holder, DateRange period) {
    List<Row> rows = history.inOrder(holder, period, AccountStatement.MOST_ROWS + 1);
    if (rows.size() > AccountStatement.MOST_ROWS) {
      throw new Problem(
              ProblemCode.TOO_LARGE,
              "from",
              "The period has more movements than a statement holds",
              "Ask for a shorter period; the export as CSV holds all of them.",
              Map.of("most", AccountStatement.MOST_ROWS))
          .asException();
    }
    Money opening =
        rows.isEmpty()
            ? history.before(holder, period.from())
            : rows.get(0).balance().minus(rows.get(0).amount());
    return AccountStatement.of(period, opening, rows);
  }

  /**
   * Whether a seal is genuine, and which figures it stands for. It tells nothing that the seal
   * itself does not say.
   *
   * @throws Refused MISSING_VALUE, INVALID_VALUE of what is too long to be one
   */
  public StatementCheck check(String seal) {
    if (seal == null || seal.isBlank()) {
      throw Problem.of(
              ProblemCode.MISSING_VALUE,
              "seal",
              "seal is missing",
              "Copy the seal from the last page of the statement; line ends in it do not count.")
          .asException();
    }
    if (seal.length() > LONGEST) {
      throw Problem.of(
              ProblemCode.INVALID_VALUE,
              "seal",
              "That is no seal",
              "Send the seal alone, as it stands on the last page of the statement.")
          .asException();
    }
    Optional<Verified> verified = seals.verify(seal);
    if (verified.isEmpty()) {
      return new StatementCheck(State.NOT_GENUINE, null);
    }
    return verified.get().withdrawn()
        ? new StatementCheck(State.KEY_WITHDRAWN, null)
        : new StatementCheck(State.GENUINE, SealedFigures.of(verified.get().claims()));
  }
}
