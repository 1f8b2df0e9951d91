package org.kontor.web.client.export;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.kontor.billing.access.boundary.TransferProofView;
import org.kontor.billing.access.boundary.TransferProofs;
import org.kontor.billing.document.boundary.DocumentFile;
import org.kontor.billing.document.boundary.DocumentFiles;
import org.kontor.billing.invoice.boundary.CustomerInvoices;
import org.kontor.billing.invoice.boundary.InvoiceFilter;
import org.kontor.billing.invoice.boundary.InvoiceSummary;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;
import org.kontor.web.client.Visit;
import org.kontor.web.rest.Unavailable;

/**
 * Documents as PDF into an archive, the latest first: one in memory, and no connection held while
 * it is written.
 */
@RequestScoped
public class Papers {

  private static final int AT_A_TIME = 50;
  private static final int TRIES = 20;
  private static final long PAUSE_MILLIS = 250;

  @Inject private Visit visit;
  @Inject private CustomerInvoices invoices;
  @Inject private DocumentFiles files;
  @Inject private TransferProofs proofs;

  /** Whether the filter lets anything through. */
  boolean isEmpty(InvoiceFilter filter) {
    return invoices.latest(visit.customerId(), filter, null, 1).items().isEmpty();
  }

  /**
   * @param folder with a slash at its end; empty for none
   * @return numbers of those that have no file any more, or none yet
   */
  List<String> write(InvoiceFilter filter, String folder, ZipOutputStream zip) throws IOException {
    List<String> missing = new ArrayList<>();
    String after = null;
    do {
      Page<InvoiceSummary> page = invoices.latest(visit.customerId(), filter, after, AT_A_TIME);
      for (InvoiceSummary invoice : page.items()) {
        DocumentFile file = file(invoice.id());
        if (file == null) {
          missing.add(invoice.number());
        } else {
          zip.putNextEntry(new ZipEntry(folder + file.name()));
          zip.write(file.content());
          zip.closeEntry();
        }
      }
      after = page.next();
    } while (after != null);
    return missing;
  }

  /**
   * What the customer sent to prove its transfers.
   *
   * @param folder with a slash at its end
   */
  void writeProofs(String folder, ZipOutputStream zip) throws IOException {
    for (TransferProofView proof : proofs.of(visit.customerId())) {
      byte[] content;
      try {
        content = proofs.get(proof.caseId()).content();
      } catch (Refused gone) {
        continue; // deleted meanwhile
      }
      zip.putNextEntry(new ZipEntry(folder + proof.caseId() + " " + proof.name()));
      zip.write(content);
      zip.closeEntry();
    }
  }

  /** The press may be busy: it is asked again for a while. */
  private DocumentFile file(long id) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        return files.pdf(id);
      } catch (Refused refused) {
        if (refused.problem().code() != ProblemCode.UNAVAILABLE || attempt == TRIES) {
          Unavailable.tell(refused.problem());
          return null;
        }
      }
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException(e);
      }
    }
  }
}
