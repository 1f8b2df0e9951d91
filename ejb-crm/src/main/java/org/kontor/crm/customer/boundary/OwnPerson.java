package org.kontor.crm.customer.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.kontor.crm.customer.boundary.PersonData.Agreed;
import org.kontor.crm.customer.boundary.PersonData.Browser;
import org.kontor.crm.customer.boundary.PersonData.Mail;
import org.kontor.crm.customer.boundary.PersonData.Member;
import org.kontor.crm.customer.boundary.PersonData.Passkey;
import org.kontor.crm.customer.boundary.PersonData.Stay;
import org.kontor.crm.identity.boundary.Sessions;
import org.kontor.crm.platform.boundary.Audit;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.customer.Check;
import org.kontor.domain.time.Zones;

/** What a person says of itself, and what is kept of it (PAGES C22). */
@Stateless
public class OwnPerson {

  /** Instead of a zone: as the vendor. */
  public static final String VENDORS = "vendor";

  private static final int MAX_NAME = 200;

  /** What is kept of the zone: none where it is the vendor's. */
  private static final String ZONE = "nullif(coalesce(?, zone), '" + VENDORS + "')";

  @Inject private Sql sql;
  @Inject private Audit audit;
  @Inject private Sessions sessions;

  /**
   * How the person is called, in which language pages and mails speak to it, and in which zone it
   * reads moments. What it has not changed stays as another tab may have left it.
   *
   * @param name null to leave it as it is
   * @param language ISO 639-1; null likewise
   * @param zone an id of the IANA time zone database, or {@value #VENDORS}; null likewise
   * @throws org.kontor.domain.problem.Refused MISSING_VALUE, INVALID_VALUE
   */
  public void describe(long personId, String name, String language, String zone) {
    String checked = name == null ? null : Check.text("name", name, 1, MAX_NAME);
    String spoken = language == null ? null : Check.language("language", language);
    String read = zone == null || zone.equals(VENDORS) ? zone : Zones.check("zone", zone);
    int changed =
        sql.update(
            "update person set name = coalesce(?, name), language = coalesce(?, language),"
                + (" zone = " + ZONE + ", version = version + 1 where id = ?")
                + " and (name, language, zone) is distinct from"
                + (" (coalesce(?, name), coalesce(?, language), " + ZONE + ")"),
            checked,
            spoken,
            read,
            personId,
            checked,
            spoken,
            read);
    if (changed > 0) {
      audit.record("person.described", "person/" + personId, Map.of());
    }
  }

  /**
   * What is kept of a person, but secrets: nobody else's data, and nothing of its customers but
   * what it is to them (GDPR, Articles 15 and 20).
   *
   * @throws org.kontor.domain.problem.Refused NOT_FOUND
   */
  public PersonData data(long personId) {
    PersonData data =
        sql.one(
                row ->
                    new PersonData(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(6),
                        moment(row.getObject(4, OffsetDateTime.class)),
                        moment(row.getObject(5, OffsetDateTime.class)),
                        customers(personId),
                        agreements(personId),
                        stays(personId),
                        browsers(personId),
                        passkeys(personId),
                        mails(personId)),
                "select p.name, p.email, p.language, p.created_at, a.since, p.zone from person p"
                    + " left join authenticator a on a.person_id = p.id where p.id = ?",
                personId)
            .orElseThrow(() -> NotFound.of("person"));
    audit.record("person.data-taken", "person/" + personId, Map.of());
    return data;
  }

  private List<Member> customers(long personId) {
    return sql.list(
        row -> new Member(row.getString(1), row.getString(2), row.getString(3)),
        "select c.name, m.role, m.rights from membership m join customer c on c.id = m.customer_id"
            + " where m.person_id = ? order by m.id",
        personId);
  }

  private List<Agreed> agreements(long personId) {
    return sql.list(
        row ->
            new Agreed(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                moment(row.getObject(6, OffsetDateTime.class)),
                row.getString(7)),
        "select c.name, a.document, a.version, a.link, a.language, a.agreed_at, a.address"
            + " from agreement a join customer c on c.id = a.customer_id where a.person_id = ?"
            + " order by a.id",
        personId);
  }

  private List<Stay> stays(long personId) {
    return sessions.kept(personId).stream()
        .map(one -> new Stay(one.beganAt(), one.seenAt(), one.address(), one.agent()))
        .toList();
  }

  private List<Browser> browsers(long personId) {
    return sql.list(
        row ->
            new Browser(
                row.getString(1),
                moment(row.getObject(2, OffsetDateTime.class)),
                moment(row.getObject(3, OffsetDateTime.class))),
        "select agent, used_at, until_at from known_device where person_id = ? order by id",
        personId);
  }

  private List<Passkey> passkeys(long personId) {
    return sql.list(
        row ->
            new Passkey(
                row.getString(1),
                row.getString(2),
                moment(row.getObject(3, OffsetDateTime.class)),
                moment(row.getObject(4, OffsetDateTime.class))),
        "select name, site, added_at, used_at from passkey where person_id = ? order by id",
        personId);
  }

  private List<Mail> mails(long personId) {
    return sql.list(
        row ->
            new Mail(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                moment(row.getObject(4, OffsetDateTime.class)),
                moment(row.getObject(5, OffsetDateTime.class))),
        "select template, recipient, state, created_at, sent_at from message where person_id = ?"
            + " order by id",
        personId);
  }

  private static Instant moment(OffsetDateTime stored) {
    return stored == null ? null : stored.toInstant();
  }
}
