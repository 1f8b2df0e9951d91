package org.kontor.billing.registration.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.billing.subscription.boundary.NewSubscription;
import org.kontor.billing.subscription.boundary.Subscriptions;
import org.kontor.crm.access.boundary.Caller;
import org.kontor.crm.access.boundary.Identity;
import org.kontor.crm.customer.boundary.Agreements;
import org.kontor.crm.customer.boundary.CustomerView;
import org.kontor.crm.customer.boundary.Customers;
import org.kontor.crm.customer.boundary.NewCustomer;
import org.kontor.crm.customer.boundary.NewPerson;
import org.kontor.crm.customer.boundary.People;
import org.kontor.crm.identity.boundary.Passwords;
import org.kontor.crm.identity.boundary.RegistrationLinks;
import org.kontor.crm.identity.boundary.Sessions;
import org.kontor.crm.identity.boundary.SignIns.Origin;
import org.kontor.crm.identity.boundary.Tries;
import org.kontor.crm.message.boundary.Relay;
import org.kontor.crm.platform.boundary.Audit;
import org.kontor.crm.platform.boundary.BookClock;
import org.kontor.crm.platform.boundary.Ids;
import org.kontor.crm.platform.boundary.Outbox;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.customer.Check;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.PortalPolicy.Registration;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;

/**
 * Self-registration (S5.5): an address is asked for, a link goes there, and only who follows it
 * becomes a customer, at once with what the policy pack gives to whoever registers (S1.1). Whether
 * an address is known already shows in the mail and not on the page (QUALITY S16).
 */
@Stateless
public class Registrations {

  /** Topics of the outbox. */
  public static final String ASKED = "registration.asked";

  public static final String KNOWN = "registration.known";

  private static final Duration HOLDS = Duration.ofHours(24);
  private static final Duration WINDOW = Duration.ofHours(1);
  private static final int REQUESTS = 5;

  @Inject private Sql sql;
  @Inject private Ids ids;
  @Inject private Outbox outbox;
  @Inject private Audit audit;
  @Inject private Caller caller;
  @Inject private BookClock clock;
  @Inject private PolicyBook policies;
  @Inject private Tries tries;
  @Inject private RegistrationLinks links;
  @Inject private Customers customers;
  @Inject private People people;
  @Inject private Agreements agreements;
  @Inject private Passwords passwords;
  @Inject private Sessions sessions;
  @Inject private Subscriptions subscriptions;

  /**
   * Mails a link to the address of somebody who wants to become a customer.
   *
   * @throws org.kontor.domain.problem.Refused NOT_FOUND where nobody can register, INVALID_VALUE,
   *     TOO_MANY_REQUESTS
   */
  public void ask(String vendor, String email, String language, Origin from) {
    tries.count("registration " + from.address(), 4 * REQUESTS, WINDOW);
    String account = vendor + " " + email.toLowerCase(Locale.ROOT);
    tries.count("registration " + from.address() + " " + account, REQUESTS, WINDOW);
    mail(vendor, email, language);
  }

  /**
   * The same, asked by a program, for example the vendor's own site.
   *
   * @param language ISO 639-1; null: the vendor's first
   * @return the link itself in a simulated book, where mail may lead nowhere, and where the address
   *     was not known; else null
   * @throws org.kontor.domain.problem.Refused NOT_FOUND, MISSING_VALUE, INVALID_VALUE
   */
  public String askFor(String vendor, String email, String language) {
    if (vendor == null) {
      throw Check.missing("vendor");
    }
    caller.mustSee(vendor, "vendor");
    String spoken =
        language == null
            ? policies.inForce(vendor, today(vendor)).seller().languages().get(0)
            : Check.language("language", language);
    return mail(vendor, email, spoken);
  }

  private String mail(String vendor, String email, String language) {
    offered(vendor);
    String address = Check.email("email", email);
    long id = ids.next();
    boolean known =
        sql.one(
                row -> true,
                "select 1 from person where vendor_code = ? and lower(email) = lower(?)",
                vendor,
                address)
            .isPresent();
    // The address of somebody who did not come is not kept
    sql.update("delete from registration where customer_id is null and until_at < now()");
    sql.update(
        "insert into registration (id, vendor_code, email, language, until_at)"
            + " values (?, ?, ?, ?, now() + make_interval(secs => ?))",
        id,
        vendor,
        address,
        language,
        known ? 0 : HOLDS.toSeconds());
    outbox.add(
        known ? KNOWN : ASKED,
        Long.toString(id),
        vendor,
        Relay.NOBODY,
        Map.of("registration", id, "address", address, "language", language),
        today(vendor));
    return clock.isSimulated() && !known ? links.address(vendor, id) : null;
  }

  /** Whose link this is; empty when it was used, is too old, or was never made. */
  public Optional<Asked> find(String vendor, String token) {
    return links
        .registration(token)
        .flatMap(
            id ->
                sql.one(
                    row -> new Asked(row.getLong(1), row.getString(2), row.getString(3)),
                    "select id, email, language from registration where id = ?"
                        + " and vendor_code = ? and customer_id is null and until_at > now()",
                    id,
                    vendor));
  }

  /**
   * Opens the customer with its main administrator, with what whoever registers gets, and signs it
   * in. All of it or nothing.
   *
   * @return the token of the new session
   * @throws org.kontor.domain.problem.Refused NOT_FOUND when the link does not work any more,
   *     CONCURRENT_CHANGE when other documents are to be agreed to than were shown, ALREADY_EXISTS
   *     when there is a customer with that VAT number, WEAK_PASSWORD, and whatever a new customer
   *     can be refused for
   */
  public String join(String vendor, String token, NewAccount sent, Origin from) {
    Registration offered = offered(vendor);
    Asked asked = find(vendor, token).orElseThrow(Registrations::worn);
    if (!sent.agreed().equals(offered.documents())) {
      throw Problem.of(
              ProblemCode.CONCURRENT_CHANGE,
              "agreed",
              "There are newer versions of the documents",
              "Read them, then open the account.")
          .asException();
    }
    refuseKnown(vendor, sent.vatId());
    caller.becomes(new Identity(0, "registration/" + asked.id(), vendor, Set.of()));
    NewCustomer wanted =
        new NewCustomer(
            vendor,
            "R-" + asked.id(),
            sent.name(),
            sent.registrationId(),
            sent.vatId(),
            sent.address(),
            asked.email(),
            asked.language(),
            null,
            null,
            null,
            new NewPerson(sent.person(), asked.email(), null, asked.language()));
    CustomerView customer = offered.bills() ? customers.create(wanted) : customers.register(wanted);
    int used =
        sql.update(
            "update registration set customer_id = ?, email = '' where id = ?"
                + " and customer_id is null",
            customer.id(),
            asked.id());
    if (used == 0) {
      throw worn();
    }
    audit.record(
        "customer.registered", "customer/" + customer.id(), Map.of("from", from.address()));
    long person = people.list(customer.id()).get(0).id();
    agreements.agreed(
        customer.id(), person, sent.person().strip(), sent.agreed(), sent.spoken(), from.address());
    if (offered.plan() != null) {
      subscriptions.create(
          new NewSubscription(customer.id(), offered.plan(), offered.trial(), Map.of(), null));
    }
    passwords.set(person, sent.password(), 0);
    return sessions.begin(person, from.address(), from.agent());
  }

  private Registration offered(String vendor) {
    PolicyPack pack = policies.inForce(vendor, today(vendor));
    Registration offered = pack.portal().registration();
    if (offered == null) {
      throw Problem.of(
              ProblemCode.NOT_FOUND,
              "",
              "Customers are brought in by the vendor here",
              "Write to the vendor.")
          .asException();
    }
    return offered;
  }

  private LocalDate today(String vendor) {
    return clock.today(policies.vendor(vendor).zone());
  }

  /** Whoever belongs to a customer of ours is to be invited by it, and makes no second one. */
  private void refuseKnown(String vendor, String vatId) {
    if (vatId == null || vatId.isBlank()) {
      return;
    }
    String bare = vatId.replaceAll("[\\s.-]", "");
    sql.one(
            row -> true,
            "select 1 from customer where vendor_code = ? and state <> 'CLOSED'"
                + " and upper(vat_id) = upper(?) limit 1",
            vendor,
            bare)
        .ifPresent(
            found -> {
              throw Problem.of(
                      ProblemCode.ALREADY_EXISTS,
                      "vatId",
                      "There is an account with this VAT number",
                      "Ask its main administrator for an invitation.")
                  .asException();
            });
  }

  private static RuntimeException worn() {
    return Problem.of(
            ProblemCode.NOT_FOUND,
            "token",
            "This link does not work any more",
            "Ask for a new one: it works once, for a day.")
        .asException();
  }

  /** Somebody whose address is its own. */
  public record Asked(long id, String email, String language) {}
}
