package org.kontor.crm.customer.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.kontor.crm.platform.boundary.Quarantine;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.customer.TenantData;

/** Deletes the organisations that a customer keeps in its CRM module, and its people. */
@ApplicationScoped
public class CrmData implements TenantData {

  private static final String ACCOUNTS = "crm_account";

  /** How a person proves who it is, and where it is signed in. */
  private static final List<String> OF_PERSON =
      List.of(
          "asked_administrator",
          "mailed_proof",
          "portal_session",
          "known_device",
          "recovery_code",
          "authenticator",
          "password");

  private final Sql sql;
  private final Quarantine quarantine;

  @Inject
  public CrmData(Sql sql, Quarantine quarantine) {
    this.sql = sql;
    this.quarantine = quarantine;
  }

  /** For the container's proxy. */
  protected CrmData() {
    this(null, null);
  }

  @Override
  public long erase(long customerId) {
    return sql.update("delete from crm_account where customer_id = ?", customerId);
  }

  @Override
  public Map<String, Long> setAside(long customerId, long caseId) {
    return Map.of(ACCOUNTS, quarantine.setAside(caseId, ACCOUNTS, "customer_id", customerId));
  }

  @Override
  public void bringBack(long customerId, long caseId) {
    quarantine.bringBack(caseId, ACCOUNTS);
  }

  @Override
  public Map<String, Long> forget(long customerId) {
    sql.update("delete from handover where customer_id = ?", customerId);
    sql.update(
        "update agreement set person_id = null, person = '', address = '' where customer_id = ?",
        customerId);
    List<Long> left =
        sql.list(
            row -> row.getLong(1),
            "delete from membership where customer_id = ? returning person_id",
            customerId);
    long[] gone =
        sql
            .list(
                row -> row.getLong(1),
                "select id from person p where id = any(?)"
                    + " and not exists (select 1 from membership m where m.person_id = p.id)",
                (Object) left.stream().mapToLong(Long::longValue).toArray())
            .stream()
            .mapToLong(Long::longValue)
            .toArray();
    for (String table : OF_PERSON) {
      sql.update("delete from " + table + " where person_id = any(?)", (Object) gone);
    }
    int persons = sql.update("delete from person where id = any(?)", (Object) gone);
    return Map.of("membership", (long) left.size(), "person", (long) persons);
  }

  @Override
  public void pseudonymise(long customerId, String pseudonym) {
    sql.update(
        "update customer set name = ?, reference = ?, registration_id = '', vat_id = '',"
            + " address_line = '', city = '', post_code = '', subdivision = '', email = '',"
            + " further_emails = '', purchase_order_reference = '', state = 'CLOSED',"
            + " version = version + 1 where id = ?",
        pseudonym,
        pseudonym,
        customerId);
  }

  @Override
  public boolean close(long customerId) {
    return sql.update(
            "update customer set state = 'CLOSED', version = version + 1"
                + " where id = ? and state = 'ACTIVE'",
            customerId)
        == 1;
  }

  @Override
  public void reopen(long customerId) {
    sql.update(
        "update customer set state = 'ACTIVE', version = version + 1 where id = ?", customerId);
  }
}
