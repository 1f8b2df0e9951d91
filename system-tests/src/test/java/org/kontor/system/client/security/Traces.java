package org.kontor.system.client.security;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.kontor.system.base.Kontor;

/**
 * Whatever the client area could change, as a sum over each table: what is not equal afterwards has
 * changed, whoever's it is. The audit is among it, where each change leaves an entry.
 */
final class Traces {

  private static final Map<String, String> TABLES = new TreeMap<>();

  static {
    for (String table :
        new String[] {
          "audit_entry",
          "customer",
          "person",
          "subscription",
          "subscription_component",
          "plan_change",
          "handover",
          "payment",
          "transfer_notice",
          "transfer_proof",
          "access_promise",
          "low_balance_alert",
          "asked_administrator",
          "retention_hold",
          "passkey",
          "password",
          "recovery_code",
          "mailed_proof",
          "registration"
        }) {
      TABLES.put(table, "t::text");
    }
    TABLES.put("membership", "(t.person_id, t.customer_id, t.role, t.rights)::text");
    TABLES.put("authenticator", "case when t.since is not null then t.person_id::text end");
    TABLES.put("known_device", "(t.person_id, t.token_hash)::text");
    TABLES.put("portal_session", "(t.id, t.customer_id, t.ended_at, t.token_hash)::text");
  }

  private Traces() {}

  static Map<String, String> of(Kontor kontor) {
    Map<String, String> sums = new TreeMap<>();
    try (Connection connection = kontor.owner();
        Statement statement = connection.createStatement()) {
      for (Map.Entry<String, String> table : TABLES.entrySet()) {
        String query =
            "select count(%1$s), sum(hashtextextended(%1$s, 0)) from %2$s t"
                .formatted(table.getValue(), table.getKey());
        try (ResultSet row = statement.executeQuery(query)) {
          row.next();
          sums.put(table.getKey(), row.getString(1) + " " + row.getString(2));
        }
      }
      return sums;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
