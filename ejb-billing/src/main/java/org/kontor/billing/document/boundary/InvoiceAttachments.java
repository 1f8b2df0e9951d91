package org.kontor.billing.document.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.kontor.domain.message.Attachment;
import org.kontor.domain.message.AttachmentRef;
import org.kontor.domain.message.AttachmentSource;

/** The PDF of an invoice or credit note as what a mail carries with it (S5.2). */
@ApplicationScoped
public class InvoiceAttachments implements AttachmentSource {

  @Inject private DocumentFiles files;

  @Override
  public Optional<Attachment> load(AttachmentRef ref) {
    if (!ref.kind().equals(AttachmentRef.INVOICE)) {
      return Optional.empty();
    }
    DocumentFile file = files.pdf(ref.id());
    return Optional.of(new Attachment(file.name(), DocumentFile.TYPE, file.content()));
  }
}
