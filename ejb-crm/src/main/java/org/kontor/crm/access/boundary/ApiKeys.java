package org.kontor.crm.access.boundary;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.kontor.crm.access.control.KeyMaterial;
import org.kontor.crm.access.entity.ApiKey;
import org.kontor.crm.platform.boundary.Audit;
import org.kontor.crm.platform.boundary.Ids;
import org.kontor.crm.platform.boundary.NaturalLocks;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.customer.Check;
import org.kontor.domain.customer.VendorDirectory;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.time.BusinessClock;

/** Makes, shows and revokes API keys; {@link KnownKeys} recognises them. */
@Stateless
public class ApiKeys {

  private static final String BOOTSTRAP = "bootstrap";

  @PersistenceContext(unitName = "crm")
  private EntityManager em;

  @Inject private Sql sql;
  @Inject private Ids ids;
  @Inject private NaturalLocks locks;
  @Inject private BusinessClock clock;
  @Inject private Audit audit;
  @Inject private VendorDirectory vendors;
  @Inject private Event<KeyRevoked> revoked;

  /** Makes a key; the answer is the only place where it is ever seen. */
  public CreatedApiKey create(NewApiKey wanted) {
    String name = Check.text("name", wanted.name(), 1, 100);
    List<String> scopes = checkedScopes(wanted);
    refuseKnown(name);
    String key = KeyMaterial.newKey();
    ApiKey stored =
        new ApiKey(ids.next(), name, KeyMaterial.digest(key), wanted.vendor(), scopes, clock.now());
    em.persist(stored);
    em.flush();
    audit.record("api-key.created", "api-key/" + stored.id(), Map.of("scopes", scopes));
    return new CreatedApiKey(stored.id(), name, wanted.vendor(), scopes, key);
  }

  public Page<ApiKeyView> list(String after, Integer limit) {
    int size = Page.limit(limit);
    List<ApiKeyView> rows =
        sql.list(
            ApiKeys::view,
            "select id, name, vendor_code, scopes, created_at, revoked_at from api_key"
                + " where id > ? order by id limit ?",
            Page.afterId(after),
            size + 1);
    return Page.of(rows, size, row -> Long.toString(row.id()));
  }

  /** Ends a key's life; a second call does nothing. */
  public void revoke(long id) {
    ApiKey key = em.find(ApiKey.class, id);
    if (key == null) {
      throw NotFound.of("API key");
    }
    if (!key.isRevoked()) {
      key.revoke(clock.now());
      em.flush();
      audit.record("api-key.revoked", "api-key/" + id, Map.of());
      revoked.fire(new KeyRevoked(id));
    }
  }

  /** Stores the installation's first key when there is no live one; false when there was one. */
  public boolean bootstrap(String key) {
    int stored =
        sql.update(
            "insert into api_key (id, name, key_hash, scopes, created_at)"
                + " select ?, ?, ?, ?, ? where not exists"
                + " (select 1 from api_key where revoked_at is null) on conflict do nothing",
            ids.next(),
            BOOTSTRAP,
            KeyMaterial.digest(key),
            Scope.ADMIN,
            clock.now());
    if (stored == 1) {
      audit.record("api-key.created", "api-key/" + BOOTSTRAP, Map.of("scopes", Scope.ADMIN));
    }
    return stored == 1;
  }

  private void refuseKnown(String name) {
    locks.hold("api-key", name);
    sql.one(
            row -> row.getLong(1),
            "select id from api_key where name = ? and revoked_at is null",
            name)
        .ifPresent(
            id -> {
              throw new Problem(
                      ProblemCode.ALREADY_EXISTS,
                      "name",
                      "There is a live API key of this name",
                      "Use another name, or revoke that key.",
                      Map.of("id", id))
                  .asException();
            });
  }

  private List<String> checkedScopes(NewApiKey wanted) {
    List<String> scopes = wanted.scopes().stream().distinct().sorted().toList();
    if (scopes.isEmpty() || !Scope.ALL.containsAll(scopes)) {
      throw Problem.of(
              ProblemCode.INVALID_VALUE,
              "scopes",
              "Scopes are missing or unknown",
              "Send at least one of " + String.join(", ", Scope.ALL) + ".")
          .asException();
    }
    if (wanted.vendor() != null) {
      checkVendor(wanted.vendor(), scopes);
    }
    return scopes;
  }

  private void checkVendor(String vendor, List<String> scopes) {
    if (scopes.contains(Scope.ADMIN)) {
      throw Problem.of(
              ProblemCode.INVALID_VALUE,
              "scopes",
              "admin concerns the whole installation and cannot be bound to a vendor",
              "Leave out vendor, or name the scopes that the key needs.")
          .asException();
    }
    if (vendors.find(vendor, clock.today(ZoneOffset.UTC)).isEmpty()) {
      throw Check.unknownVendor("vendor");
    }
  }

  private static ApiKeyView view(ResultSet row) throws SQLException {
    return new ApiKeyView(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        List.of(row.getString(4).split(",")),
        instant(row, 5),
        instant(row, 6));
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}
