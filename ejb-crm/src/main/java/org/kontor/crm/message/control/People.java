package org.kontor.crm.message.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.customer.DocumentAddresses;
import org.kontor.domain.customer.Role;
import org.kontor.domain.message.Addressee;
import org.kontor.domain.message.Addressee.Member;
import org.kontor.domain.message.MessageAudience;
import org.kontor.domain.message.MessageDraft;

/** To whom mails of customers go; read for many customers at once. */
@ApplicationScoped
public class People {

  @Inject private Sql sql;

  /** The people of these customers, by customer. */
  public Map<Long, Household> of(Collection<Long> customers) {
    Long[] ids = customers.toArray(Long[]::new);
    Map<Long, List<Member>> members = new HashMap<>();
    Map<Long, Set<String>> bouncing = new HashMap<>();
    sql.list(
            row ->
                new Found(
                    row.getLong(1),
                    new Member(
                        Role.valueOf(row.getString(2)),
                        new Addressee(
                            row.getLong(3), row.getString(4), row.getString(5), row.getString(6)))),
            "select m.customer_id, m.role, p.id, p.email, p.name, p.language from membership m"
                + " join person p on p.id = m.person_id where m.customer_id = any(?) order by m.id",
            (Object) ids)
        .forEach(
            found ->
                members
                    .computeIfAbsent(found.customer(), id -> new ArrayList<>())
                    .add(found.member()));
    sql.list(
        row ->
            bouncing.computeIfAbsent(row.getLong(1), id -> new HashSet<>()).add(row.getString(2)),
        "select c.id, b.address from customer c join bounced_address b"
            + " on b.vendor_code = c.vendor_code and b.address = lower(trim(c.email))"
            + " where c.id = any(?)",
        (Object) ids);
    Map<Long, Household> all = new HashMap<>();
    sql.list(
            row ->
                new Household(
                    new Addressee(null, row.getString(2), "", row.getString(3)),
                    further(row),
                    members.getOrDefault(row.getLong(1), List.of()),
                    bouncing.getOrDefault(row.getLong(1), Set.of()),
                    row.getLong(1)),
            "select id, email, language, further_emails from customer where id = any(?)",
            (Object) ids)
        .forEach(household -> all.put(household.customer(), household));
    return all;
  }

  private static List<Addressee> further(ResultSet row) throws SQLException {
    String language = row.getString(3);
    return DocumentAddresses.read(row.getString(4)).stream()
        .map(address -> new Addressee(null, address, "", language))
        .toList();
  }

  private record Found(long customer, Member member) {}

  /**
   * A customer with its people.
   *
   * @param billing its own address and language
   * @param further addresses for its documents
   * @param bouncing its own address, where that refuses mail
   */
  public record Household(
      Addressee billing,
      List<Addressee> further,
      List<Member> people,
      Set<String> bouncing,
      long customer) {

    /** The household of what concerns no customer. */
    public static Household ofNobody() {
      Addressee nobody = new Addressee(null, "", "", "");
      return new Household(nobody, List.of(), List.of(), Set.of(), 0);
    }

    List<Addressee> reached(MessageDraft draft) {
      if (draft.to() == MessageAudience.STRANGER) {
        Map<String, Object> said = draft.values();
        return List.of(
            new Addressee(null, (String) said.get("address"), "", (String) said.get("language")));
      }
      if (draft.to() == MessageAudience.PERSON) {
        return people.stream()
            .map(Member::who)
            .filter(person -> Objects.equals(person.personId(), draft.values().get("person")))
            .toList();
      }
      return Addressee.of(draft.to(), billing, further, people, bouncing);
    }
  }
}
