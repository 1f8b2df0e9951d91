package org.kontor.web.client.pay;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import org.kontor.domain.payment.PaymentProof;
import org.kontor.domain.problem.Refused;
import org.kontor.web.client.Feedback;

/** The proof of payment that came with a form of the page to pay. */
@RequestScoped
public class ProofUpload {

  @Inject private Feedback feedback;

  /**
   * The file of a field; empty where none was chosen. Of one that is too large no more is read than
   * tells so.
   *
   * @throws org.kontor.domain.problem.Refused as {@link PaymentProof#of}
   */
  Optional<PaymentProof> of(String field) {
    Part part = part(field);
    if (part == null || part.getSubmittedFileName() == null) {
      return Optional.empty();
    }
    try (InputStream sent = part.getInputStream()) {
      byte[] content = sent.readNBytes(PaymentProof.MOST + 1);
      // No file chosen: browsers send an empty one without a name
      return content.length == 0 && part.getSubmittedFileName().isEmpty()
          ? Optional.empty()
          : Optional.of(PaymentProof.of(part.getSubmittedFileName(), content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Says beside the field what is wrong with the file. */
  void refuse(String field, Refused refused) {
    switch (refused.problem().code()) {
      case TOO_LARGE -> feedback.fault(field, "money.proof.tooLarge");
      case MISSING_VALUE -> feedback.fault(field, "money.proof.empty");
      case UNSUPPORTED_MEDIA_TYPE -> feedback.fault(field, "money.proof.kind");
      case WRONG_STATE, NOT_FOUND -> feedback.fault(field, "money.proof.closed");
      default -> feedback.refusal(field, refused);
    }
  }

  private static Part part(String field) {
    HttpServletRequest request =
        (HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest();
    String type = request.getContentType();
    if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
      return null;
    }
    try {
      return request.getPart(field);
    } catch (ServletException e) {
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
