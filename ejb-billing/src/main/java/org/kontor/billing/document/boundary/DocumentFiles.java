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
import org.kontor.billing.invoice.control.Documents;
import org.kontor.billing.invoice.control.StoredDocument;
import org.kontor.crm.access.boundary.Caller;
import org.kontor.crm.platform.boundary.NotFound;

/** Files of issued documents: the one that is kept, or a new one that is kept from then on. */
@Stateless
public class DocumentFiles {

  @Inject private Documents documents;
  @Inject private IssuedDocuments issued;
  @Inject private DocumentArchive archive;
  @Inject private Press press;
  @Inject private Caller caller;

  /**
   * The PDF of an invoice or credit note. Without a transaction: all that is read is fixed, the
   * file is kept by one statement, and nobody holds a connection while he waits for the press.
   *
   * @throws org.kontor.domain.problem.Refused NOT_FOUND; UNAVAILABLE when the press is busy, or
   *     while the run that issued the document still pays it from balances
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public DocumentFile pdf(long id) {
    StoredDocument document = documents.find(id).orElseThrow(() -> NotFound.of("invoice"));
    caller.mustSee(document.vendorCode(), "invoice");
    Filed filed =
        archive
            .find(document)
            .orElseGet(() -> archive.keep(document, press.print(issued.printed(document))));
    return new DocumentFile(
        DocumentFile.name(document.number()),
        HexFormat.of().formatHex(filed.sha256()),
        filed.content());
  }
}
