package org.kontor.billing.document.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.HexFormat;
import org.kontor.billing.document.control.DocumentArchive;
import org.kontor.billing.document.control.DocumentArchive.Filed;
import org.kontor.billing.document.control.IssuedDocuments;
import org.kontor.billing.document.control.Press;
import org.kontor.billing.invoice.control.DocumentSeals;
import org.kontor.billing.invoice.control.Documents;
import org.kontor.billing.invoice.control.StoredDocument;
import org.kontor.crm.access.boundary.Caller;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;

/** Files of issued documents: the one that is kept, or a new one that is kept from then on. */
@Stateless
public class DocumentFiles {

  @Inject private Documents documents;
  @Inject private IssuedDocuments issued;
  @Inject private DocumentArchive archive;
  @Inject private Press press;
  @Inject private DocumentSeals seals;
  @Inject private Caller caller;

  /**
   * The PDF of an invoice or credit note. Without a transaction: all that is read is fixed, the
   * file is kept by one statement, and nobody holds a connection while he waits for the press.
   *
   * @throws org.kontor.domain.problem.Refused NOT_FOUND; DOCUMENT_PSEUDONYMISED when its legal term
   *     is over; UNAVAILABLE when the press is busy, or while the run that issued the document
   *     still pays it from balances
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public DocumentFile pdf(long id) {
    StoredDocument document = documents.find(id).orElseThrow(() -> NotFound.of("invoice"));
    caller.mustSee(document.vendorCode(), "invoice");
    Filed filed = archive.find(document).orElseGet(() -> made(document));
    return new DocumentFile(
        DocumentFile.name(document.number()),
        HexFormat.of().formatHex(filed.sha256()),
        filed.content());
  }

  private Filed made(StoredDocument document) {
    if (seals.isSealed(document)) {
      throw Problem.of(
              ProblemCode.DOCUMENT_PSEUDONYMISED,
              "",
              "The legal term of " + document.number() + " is over; its file was removed",
              "Its figures stay at GET /invoices/{id}; GET /retention/cases has the certificate.")
          .asException();
    }
    return archive.keep(document, press.print(issued.printed(document)));
  }
}
