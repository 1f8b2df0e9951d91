package org.kontor.billing.document.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.kontor.billing.invoice.control.StoredDocument;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.time.BusinessClock;

/**
 * Files that are kept: one per document, the first one for ever. When a legal term ends and the
 * buyer is pseudonymised, the owner of the schema must remove the row, too: it shows his name.
 */
@ApplicationScoped
public class DocumentArchive {

  private final Sql sql;
  private final BusinessClock clock;

  @Inject
  public DocumentArchive(Sql sql, BusinessClock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected DocumentArchive() {
    this(null, null);
  }

  public record Filed(byte[] sha256, byte[] content) {}

  /**
   * The kept file, if there is one.
   *
   * @throws IllegalStateException when it is not what was kept
   */
  public Optional<Filed> find(StoredDocument document) {
    Optional<Filed> found =
        sql.one(
            row -> new Filed(row.getBytes(1), row.getBytes(2)),
            "select sha256, content from document_file where customer_id = ? and invoice_id = ?",
            document.customerId(),
            document.id());
    found.ifPresent(
        file -> {
          if (!MessageDigest.isEqual(file.sha256(), sha256(file.content()))) {
            throw new IllegalStateException("the file of " + document.number() + " was changed");
          }
        });
    return found;
  }

  /** Keeps the file, or gives the one that another caller kept first. */
  public Filed keep(StoredDocument document, byte[] content) {
    Filed made = new Filed(sha256(content), content);
    int kept =
        sql.update(
            "insert into document_file (customer_id, invoice_id, sha256, content, made_at)"
                + " select ?, ?, ?, ?, ? where not exists (select 1 from document_seal"
                + " where customer_id = ? and invoice_id = ?) on conflict do nothing",
            document.customerId(),
            document.id(),
            made.sha256(),
            content,
            clock.now(),
            document.customerId(),
            document.id());
    return kept == 1 ? made : find(document).orElseThrow();
  }

  /** SHA-256, 32 bytes. */
  public static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
