package org.kontor.crm.identity.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kontor.crm.access.boundary.Caller;
import org.kontor.crm.identity.boundary.SignIns.Entered;
import org.kontor.crm.identity.boundary.SignIns.Origin;
import org.kontor.crm.identity.control.ProofLinks;
import org.kontor.crm.identity.control.ProofLinks.Kind;
import org.kontor.crm.platform.boundary.Audit;
import org.kontor.crm.platform.boundary.BookClock;
import org.kontor.crm.platform.boundary.Ids;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.crm.platform.boundary.Outbox;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;

/**
 * Links by mail that let a person choose a password: an invitation, or because the old one is
 * forgotten. A link works once and for a while; whether an address is known does not show (S16).
 */
@Stateless
public class MailedProofs {

  /** Topics of the outbox. */
  public static final String INVITED = "person.invited";

  public static final String FORGOTTEN = "password.forgotten";

  private static final Duration INVITATION_HOLDS = Duration.ofDays(14);
  private static final Duration NEW_PASSWORD_HOLDS = Duration.ofHours(1);
  private static final int REQUESTS = 5;
  private static final Duration WINDOW = Duration.ofHours(1);

  @Inject private Sql sql;
  @Inject private Ids ids;
  @Inject private Outbox outbox;
  @Inject private Audit audit;
  @Inject private Caller caller;
  @Inject private BookClock clock;
  @Inject private ProofLinks links;
  @Inject private Passwords passwords;
  @Inject private SignIns signIns;
  @Inject private Tries tries;

  /**
   * Mails a person of a customer how to get in (S5.10).
   *
   * @return the link itself in a simulated book, where mail may lead nowhere; else null
   * @throws org.kontor.domain.problem.Refused NOT_FOUND
   */
  public String invite(long customerId, long personId) {
    String vendor =
        sql.one(
                row -> row.getString(1),
                "select c.vendor_code from membership m join customer c on c.id = m.customer_id"
                    + " where m.customer_id = ? and m.person_id = ?",
                customerId,
                personId)
            .filter(caller::sees)
            .orElseThrow(() -> NotFound.of("person"));
    long proof = make(personId, customerId, "INVITATION", INVITATION_HOLDS);
    tell(INVITED, vendor, customerId, personId, proof);
    audit.record(
        "person.invited", "person/" + personId, Map.of("customer", customerId, "proof", proof));
    return clock.isSimulated() ? links.address(Kind.PROOF, vendor, proof) : null;
  }

  /** Mails a link to whoever forgot the password, if there is such a person. */
  public void forgotten(String vendor, String email, Origin from) {
    tries.count("forgotten " + from.address(), 4 * REQUESTS, WINDOW);
    String account = vendor + " " + email.toLowerCase(Locale.ROOT);
    tries.count("forgotten " + from.address() + " " + account, REQUESTS, WINDOW);
    sql.one(
            row -> new long[] {row.getLong(1), row.getLong(2)},
            "select p.id, m.customer_id from person p join membership m on m.person_id = p.id"
                + " where p.vendor_code = ? and lower(p.email) = lower(?)"
                // From many addresses, too, a mailbox is not filled: the links before still work
                + " and (select count(*) from mailed_proof f where f.person_id = p.id"
                + " and f.purpose = 'NEW_PASSWORD' and f.used_at is null and f.until_at > now()) < ?"
                + " order by m.id limit 1",
            vendor,
            email,
            REQUESTS)
        .ifPresent(
            known -> {
              long proof = make(known[0], known[1], "NEW_PASSWORD", NEW_PASSWORD_HOLDS);
              tell(FORGOTTEN, vendor, known[1], known[0], proof);
            });
  }

  /** Whose link this is; empty when it was used, is too old, or was never made. */
  public Optional<Invited> find(String vendor, String token) {
    if (token == null || links.proof(Kind.PROOF, token).isEmpty()) {
      return Optional.empty();
    }
    return sql.one(
        row ->
            new Invited(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                row.getString(6)),
        "select f.id, p.id, p.name, p.email, case f.purpose when 'INVITATION'"
            + " then coalesce(c.id, 0) else 0 end, coalesce(c.name, '')"
            + " from mailed_proof f"
            + " join person p on p.id = f.person_id left join customer c on c.id = f.customer_id"
            + " where f.id = ? and p.vendor_code = ? and f.used_at is null and f.until_at > now()",
        links.proof(Kind.PROOF, token).getAsLong(),
        vendor);
  }

  /**
   * Sets the password by such a link, and signs the person in as its password would: a mailbox is
   * no second factor (S14). All other links and sessions of the person end.
   *
   * @param device what this browser kept since it was remembered; null when it was not
   * @throws org.kontor.domain.problem.Refused NOT_FOUND when the link does not work any more
   */
  public Entered accept(String vendor, String token, String password, String device, Origin from) {
    Invited invited = find(vendor, token).orElseThrow(MailedProofs::worn);
    int used =
        sql.update(
            "update mailed_proof set used_at = now() where id = ? and used_at is null",
            invited.proof());
    if (used == 0) {
      throw worn();
    }
    sql.update(
        "update mailed_proof set used_at = now() where person_id = ? and used_at is null",
        invited.personId());
    passwords.set(invited.personId(), password, 0);
    return signIns.enter(invited.personId(), invited.customerId(), device, from);
  }

  private long make(long personId, long customerId, String purpose, Duration holds) {
    long id = ids.next();
    sql.update(
        "insert into mailed_proof (id, person_id, customer_id, purpose, until_at)"
            + " values (?, ?, ?, ?, now() + make_interval(secs => ?))",
        id,
        personId,
        customerId,
        purpose,
        holds.toSeconds());
    return id;
  }

  private void tell(String topic, String vendor, long customerId, long personId, long proof) {
    outbox.add(
        topic,
        Long.toString(proof),
        vendor,
        customerId,
        Map.of("person", personId, "proof", proof),
        clock.today(ZoneOffset.UTC));
  }

  private static RuntimeException worn() {
    return Problem.of(
            ProblemCode.NOT_FOUND,
            "token",
            "This link does not work any more",
            "Ask for a new one: it works once, and for a limited time.")
        .asException();
  }

  /**
   * A person with a link that works.
   *
   * @param customerId who invites; 0 when nobody does, as for a forgotten password
   * @param customer its name; empty likewise
   */
  public record Invited(
      long proof, long personId, String name, String email, long customerId, String customer) {}
}
