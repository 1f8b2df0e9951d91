package org.kontor.crm.customer.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kontor.crm.platform.boundary.Ids;
import org.kontor.crm.platform.boundary.Outbox;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.customer.DocumentAddresses;
import org.kontor.domain.customer.Role;
import org.kontor.domain.customer.VendorDirectory.Vendor;
import org.kontor.domain.time.BusinessClock;

/**
 * Writes customers with their main administrators as sets. Rows are inserted where the natural key
 * is free and read back, so that a repeated or simultaneous call meets what is there.
 */
@ApplicationScoped
public class CustomerSet {

  @Inject private Sql sql;
  @Inject private Ids ids;
  @Inject private Outbox outbox;
  @Inject private BusinessClock clock;

  /** Each wanted customer with its row; the same reference twice has one row, new for the first. */
  public Map<Wanted, Row> write(List<Wanted> wanted) {
    Map<Wanted, Row> rows = new LinkedHashMap<>();
    if (wanted.isEmpty()) {
      return rows;
    }
    Instant now = clock.now();
    Map<Key, Long> proposed = insertCustomers(wanted, now);
    Map<Key, Long> stored =
        pairs(
            "select vendor_code, reference, id from customer"
                + " where (vendor_code, reference) in (select * from unnest(?, ?))",
            List.copyOf(proposed.keySet()));
    List<Wanted> fresh = new ArrayList<>();
    for (Wanted one : wanted) {
      Key key = one.key();
      long id = stored.get(key);
      boolean isNew = Long.valueOf(id).equals(proposed.remove(key));
      rows.put(one, new Row(id, isNew));
      if (isNew) {
        fresh.add(one);
      }
    }
    insertPeople(fresh, rows, now);
    outbox.addAll(
        fresh.stream()
            .map(
                one ->
                    new Outbox.Message(
                        "customer.created",
                        Long.toString(rows.get(one).id()),
                        one.vendor().code(),
                        rows.get(one).id(),
                        Map.of("customer", rows.get(one).id()),
                        now.atZone(one.vendor().zone()).toLocalDate()))
            .toList());
    return rows;
  }

  private Map<Key, Long> insertCustomers(List<Wanted> wanted, Instant now) {
    Map<Key, Long> proposed = new HashMap<>();
    List<Object[]> rows = new ArrayList<>();
    // In the order of the key: two calls with the same customers wait for each other, not in
    // circles.
    for (Wanted one : wanted.stream().sorted(Comparator.comparing(Wanted::key)).toList()) {
      if (proposed.containsKey(one.key())) {
        continue;
      }
      long id = ids.next();
      proposed.put(one.key(), id);
      CheckedCustomer c = one.checked();
      rows.add(
          new Object[] {
            id,
            one.vendor().code(),
            c.reference(),
            c.name(),
            c.registrationId(),
            c.vatId(),
            c.address().line(),
            c.address().city(),
            c.address().postCode(),
            c.address().subdivision(),
            c.address().country(),
            c.email(),
            c.language(),
            c.currency(),
            DocumentAddresses.stored(c.furtherEmails()),
            c.purchaseOrderReference(),
            now.atZone(one.vendor().zone()).toLocalDate(),
            now
          });
    }
    sql.batch(
        "insert into customer (id, vendor_code, reference, name, registration_id, vat_id,"
            + " address_line, city, post_code, subdivision, country, email, language, currency,"
            + " further_emails, purchase_order_reference, created_on, created_at, version)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)"
            + " on conflict (vendor_code, reference) do nothing",
        rows);
    return proposed;
  }

  private void insertPeople(List<Wanted> fresh, Map<Wanted, Row> rows, Instant now) {
    if (fresh.isEmpty()) {
      return;
    }
    Map<Key, Wanted> byEmail = new TreeMap<>();
    fresh.forEach(one -> byEmail.putIfAbsent(one.personKey(), one));
    List<Object[]> people = new ArrayList<>();
    byEmail.forEach(
        (key, one) ->
            people.add(
                new Object[] {
                  ids.next(),
                  key.vendor(),
                  key.value(),
                  one.checked().mainAdministrator().name(),
                  one.checked().mainAdministrator().language(),
                  now
                }));
    sql.batch(
        "insert into person (id, vendor_code, email, name, language, created_at, version)"
            + " values (?, ?, ?, ?, ?, ?, 1) on conflict (vendor_code, lower(email)) do nothing",
        people);
    Map<Key, Long> persons =
        pairs(
            "select vendor_code, lower(email), id from person"
                + " where (vendor_code, lower(email)) in (select * from unnest(?, ?))",
            List.copyOf(byEmail.keySet()));
    List<Object[]> memberships = new ArrayList<>();
    for (Wanted one : fresh) {
      memberships.add(
          new Object[] {
            ids.next(), rows.get(one).id(), persons.get(one.personKey()), Role.MAIN_ADMINISTRATOR
          });
    }
    sql.batch(
        "insert into membership (id, customer_id, person_id, role, version)"
            + " values (?, ?, ?, ?, 1)",
        memberships);
  }

  private Map<Key, Long> pairs(String query, List<Key> keys) {
    return sql.with(
        connection -> {
          Array vendors =
              connection.createArrayOf("text", keys.stream().map(Key::vendor).toArray());
          Array values = connection.createArrayOf("text", keys.stream().map(Key::value).toArray());
          Map<Key, Long> found = new HashMap<>();
          try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setArray(1, vendors);
            statement.setArray(2, values);
            try (ResultSet row = statement.executeQuery()) {
              while (row.next()) {
                found.put(new Key(row.getString(1), row.getString(2)), row.getLong(3));
              }
            }
          }
          return found;
        });
  }

  /**
   * A customer to be.
   *
   * @param index its place in the call
   */
  public record Wanted(int index, Vendor vendor, CheckedCustomer checked) {

    Key key() {
      return new Key(vendor.code(), checked.reference());
    }

    Key personKey() {
      return new Key(vendor.code(), checked.mainAdministrator().email());
    }
  }

  /**
   * A customer that is.
   *
   * @param isNew whether this call made it
   */
  public record Row(long id, boolean isNew) {}

  private record Key(String vendor, String value) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byVendor = vendor.compareTo(other.vendor);
      return byVendor != 0 ? byVendor : value.compareTo(other.value);
    }
  }
}
