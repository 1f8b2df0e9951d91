package org.kontor.crm.customer.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.kontor.crm.platform.boundary.Ids;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.policy.PortalPolicy.Document;

/** What customers agreed to, in the very version (PAGES C02). */
@Stateless
public class Agreements {

  @Inject private Sql sql;
  @Inject private Ids ids;

  /**
   * Remembers what a customer has just agreed to.
   *
   * @param personId who did
   * @param person how it is called
   * @param language ISO 639-1, in which it was shown
   * @param address network address from which it came
   */
  public void agreed(
      long customerId,
      long personId,
      String person,
      List<Document> documents,
      String language,
      String address) {
    List<Object[]> rows =
        documents.stream()
            .map(
                document ->
                    new Object[] {
                      ids.next(),
                      customerId,
                      personId,
                      person,
                      document.kind().name(),
                      document.version(),
                      document.link(),
                      language,
                      address
                    })
            .toList();
    sql.batch(
        "insert into agreement"
            + " (id, customer_id, person_id, person, document, version, link, language, address)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows);
  }

  /** What a customer agreed to, in the order in which it did. */
  public List<Agreement> of(long customerId) {
    return sql.list(
        row ->
            new Agreement(
                new Document(
                    Document.Kind.valueOf(row.getString(1)), row.getString(2), row.getString(3)),
                row.getString(4),
                row.getObject(5, OffsetDateTime.class).toInstant()),
        "select document, version, link, person, agreed_at from agreement"
            + " where customer_id = ? order by id",
        customerId);
  }

  /**
   * @param person name of who agreed; empty where it was forgotten
   */
  public record Agreement(Document document, String person, Instant at) {}
}
