package org.kontor.crm.crmaccount.boundary;

import jakarta.ejb.Local;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kontor.crm.customer.boundary.Customers;
import org.kontor.crm.platform.boundary.Ids;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.customer.Check;
import org.kontor.domain.customer.CrmAccount;
import org.kontor.domain.customer.CrmAccountCount;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;

/** Keeps and counts the organisations of customers (S1.7, S1.8, S1.9). */
@Stateless
@LocalBean
@Local(CrmAccountCount.class)
public class CrmAccounts implements CrmAccountCount {

  /** Organisations in one call. */
  public static final int MOST = 1000;

  @Inject private Sql sql;
  @Inject private Ids ids;
  @Inject private Customers customers;

  /** Stores what the module says of one organisation, new or known. */
  public CrmAccount put(long customerId, String externalId, CrmAccountData sent) {
    customers.view(customerId);
    CrmAccount account =
        CrmAccount.checked("", externalId, sent.name(), sent.kinds(), sent.hasFile());
    if (sent.externalId() != null && !sent.externalId().equals(externalId)) {
      throw Check.invalid(
          "externalId", "The address names another organisation", "Leave it out of the body.");
    }
    write(customerId, List.of(account));
    return account;
  }

  /** Stores many, all or none; answers how many CRM accounts count now. */
  public long putAll(long customerId, CrmAccountsData sent) {
    customers.view(customerId);
    List<CrmAccountData> all = sent.accounts();
    if (all.isEmpty() || all.size() > MOST) {
      throw Problem.of(
              ProblemCode.INVALID_VALUE,
              "accounts",
              "There are " + all.size() + " organisations in this call",
              "Send 1 to " + MOST + " in one call.")
          .asException();
    }
    // Sorted: two calls with the same organisations wait for each other, not in circles.
    Map<String, CrmAccount> checked = new TreeMap<>();
    for (int i = 0; i < all.size(); i++) {
      CrmAccountData one = all.get(i);
      String path = "accounts[" + i + "].";
      CrmAccount account =
          CrmAccount.checked(path, one.externalId(), one.name(), one.kinds(), one.hasFile());
      checked.put(account.externalId(), account);
    }
    write(customerId, List.copyOf(checked.values()));
    return count(customerId);
  }

  public CrmAccountPage list(long customerId, String after, Integer limit) {
    customers.view(customerId);
    int size = Page.limit(limit);
    List<CrmAccount> rows =
        sql.list(
            CrmAccounts::account,
            "select external_id, name, kinds, has_file from crm_account"
                + " where customer_id = ? and external_id > ? order by external_id limit ?",
            customerId,
            after == null ? "" : after,
            size + 1);
    Page<CrmAccount> page = Page.of(rows, size, CrmAccount::externalId);
    return new CrmAccountPage(page.items(), count(customerId), page.next());
  }

  public void remove(long customerId, String externalId) {
    customers.view(customerId);
    int removed =
        sql.update(
            "delete from crm_account where customer_id = ? and external_id = ?",
            customerId,
            externalId);
    if (removed == 0) {
      throw NotFound.of("CRM account");
    }
  }

  /** One row is one organisation, so that counting rows with a file counts as S1.8 and S1.9 say. */
  @Override
  public long count(long customerId) {
    return sql.one(
            row -> row.getLong(1),
            "select count(*) from crm_account where customer_id = ? and has_file",
            customerId)
        .orElseThrow();
  }

  private void write(long customerId, List<CrmAccount> accounts) {
    List<Object[]> rows = new ArrayList<>();
    for (CrmAccount one : accounts) {
      String kinds = one.kinds().stream().sorted().map(Enum::name).collect(Collectors.joining(","));
      rows.add(
          new Object[] {
            ids.next(), customerId, one.externalId(), one.name(), kinds, one.hasFile()
          });
    }
    sql.batch(
        "insert into crm_account (id, customer_id, external_id, name, kinds, has_file)"
            + " values (?, ?, ?, ?, ?, ?) on conflict (customer_id, external_id) do update set"
            + " name = excluded.name, kinds = excluded.kinds, has_file = excluded.has_file,"
            + " version = crm_account.version + 1",
        rows);
  }

  private static CrmAccount account(ResultSet row) throws SQLException {
    Set<CrmAccount.Kind> kinds =
        Arrays.stream(row.getString("kinds").split(","))
            .map(CrmAccount.Kind::valueOf)
            .collect(Collectors.toSet());
    return new CrmAccount(
        row.getString("external_id"), row.getString("name"), kinds, row.getBoolean("has_file"));
  }
}
