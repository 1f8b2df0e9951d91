package org.kontor.web.client.pay;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kontor.billing.access.boundary.AnnouncedTransfers;
import org.kontor.billing.access.boundary.NewTransferNotice;
import org.kontor.billing.access.boundary.TransferChoices;
import org.kontor.billing.access.boundary.TransferNotices;
import org.kontor.billing.access.boundary.TransferProgress;
import org.kontor.billing.access.boundary.TransferProofs;
import org.kontor.billing.access.boundary.TransferStanding;
import org.kontor.billing.invoice.boundary.CustomerInvoices;
import org.kontor.billing.invoice.boundary.InvoiceSummary;
import org.kontor.billing.invoice.boundary.Invoices;
import org.kontor.billing.invoice.boundary.OpenTotal;
import org.kontor.billing.payment.boundary.TopUps;
import org.kontor.billing.payment.boundary.Transfer;
import org.kontor.billing.wallet.boundary.Movements;
import org.kontor.billing.wallet.boundary.Wallets;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.domain.payment.PaymentProof;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;
import org.kontor.web.client.Feedback;
import org.kontor.web.client.Shown;
import org.kontor.web.client.TextBean;
import org.kontor.web.client.Visit;

/**
 * What to pay, and how by transfer. What was chosen stands in the address; nothing is kept, so that
 * choosing twice is harmless.
 */
@Named
@RequestScoped
public class PayPage {

  private static final int MOST = 200;
  private static final String WITH_NOTICE = "form:proof";
  private static final String ALONE = "proof:file";

  @Inject private Visit visit;
  @Inject private Invoices invoices;
  @Inject private CustomerInvoices totals;
  @Inject private TopUps topUps;
  @Inject private ChosenTransfer transfers;
  @Inject private TransferChoices choices;
  @Inject private TransferNotices notices;
  @Inject private AnnouncedTransfers announced;
  @Inject private TransferProofs proofs;
  @Inject private ProofUpload upload;
  @Inject private Movements movements;
  @Inject private Wallets wallets;
  @Inject private Feedback feedback;
  @Inject private TextBean t;
  @Inject private Shown show;

  private String amount;
  private String reference;
  private Page<InvoiceSummary> open;
  private TopUps.Offer offer;
  private BigDecimal owed;
  private TransferStanding notice;
  private Optional<TransferProgress> progress;
  private Transfer transfer;
  private String fault;
  private boolean chosen;
  private Boolean proving;

  /** Open invoices, the oldest first: the first {@value #MOST}. */
  public List<InvoiceSummary> getOpen() {
    return page().items();
  }

  private Page<InvoiceSummary> page() {
    if (open == null) {
      open = invoices.list(visit.customerId(), null, "open", null, MOST);
    }
    return open;
  }

  /** How many more there are than the list shows, and what all of them ask for; else null. */
  public String getMore() {
    if (page().next() == null) {
      return null;
    }
    OpenTotal all = totals.open(visit.customerId());
    String currency = getOpen().get(0).currency();
    return t.of("money.pay.more", all.count() - MOST, all.count(), show.money(all.sum(), currency));
  }

  /** The first day of delay: the day after the last one in time (S1.27). */
  public LocalDate dueSince(InvoiceSummary invoice) {
    return invoice.dueDate().plusDays(1);
  }

  public boolean isWithBalance() {
    return movements.hasBalance(visit.customerId());
  }

  /** What the balance is below zero; zero when it is not. */
  public BigDecimal getOwed() {
    if (owed == null) {
      owed =
          isWithBalance()
              ? wallets.view(visit.customerId()).balance().negate().max(BigDecimal.ZERO)
              : BigDecimal.ZERO;
    }
    return owed;
  }

  /** Whether the page asks for money. */
  public boolean isAsked() {
    return !getOpen().isEmpty() || getOwed().signum() > 0;
  }

  public TopUps.Offer getOffer() {
    if (offer == null) {
      offer = topUps.offer(visit.customerId());
    }
    return offer;
  }

  /** How to pay what was chosen; null when nothing was, or it cannot be paid. */
  public Transfer getTransfer() {
    choose();
    return transfer;
  }

  /** The methods that the seller takes, in words. */
  public String getMethods() {
    return getTransfer().methods().stream().map(t::method).collect(Collectors.joining(", "));
  }

  /** What is wrong with the choice, in words; null when nothing is. */
  public String getFault() {
    choose();
    return fault;
  }

  /** The code to scan; null where the transfer has none. */
  public QrSvg getCode() {
    return getTransfer() == null || getTransfer().code() == null
        ? null
        : QrSvg.of(getTransfer().code());
  }

  public TransferStanding getNotice() {
    if (notice == null) {
      notice = choices.of(visit.customerId(), visit.getVisitor().personId());
    }
    return notice;
  }

  /** What has become of a transfer that was announced; null when there was none. */
  public TransferProgress getProgress() {
    if (progress == null) {
      progress = announced.latest(visit.customerId());
    }
    return progress.orElse(null);
  }

  /** The same in words. */
  public String getProgressText() {
    TransferProgress known = getProgress();
    return switch (known.state()) {
      case WAITING -> t.of("access.transfer.WAITING.what", show.moment(known.until()));
      case LATE -> t.of("access.transfer.LATE.what", show.moment(known.until()));
      case PARTLY ->
          t.of("access.transfer.PARTLY.what", arrived(known), show.date(known.receivedOn()));
      case MATCHED ->
          t.of("access.transfer.MATCHED.what", arrived(known), show.date(known.receivedOn()));
    };
  }

  private String arrived(TransferProgress known) {
    return show.money(known.received(), known.currency());
  }

  /** Whether this person sends and sees the bank's confirmation of the transfer. */
  public boolean isProving() {
    if (proving == null) {
      TransferProgress known = getProgress();
      proving =
          known != null
              && (known.open() || known.proof() != null)
              && proofs.isFor(known.subscriptionId(), visit.getVisitor().personId());
    }
    return proving;
  }

  /** "I have paid"; said twice it was said once. A file that is refused leaves it unsaid. */
  public String paid() {
    Optional<PaymentProof> proof;
    try {
      proof = upload.of(WITH_NOTICE);
    } catch (Refused refused) {
      upload.refuse(WITH_NOTICE, refused);
      return null;
    }
    TransferStanding standing = getNotice();
    try {
      if (standing.state() == TransferStanding.State.OFFERED) {
        notices.give(
            new NewTransferNotice(
                standing.subscriptionId(), visit.getVisitor().personId(), reference),
            proof.orElse(null));
        return saved("notice");
      }
    } catch (Refused refused) {
      if (refused.problem().code() != ProblemCode.ALREADY_EXISTS) {
        feedback.refusal(null, refused);
        return null;
      }
    }
    // Another tab was faster: what came with it is not lost
    return proof.isEmpty() ? saved("notice") : add(proof.get(), null, "notice");
  }

  /** Sends the bank's confirmation of the transfer that was announced, or another one. */
  public String prove() {
    try {
      Optional<PaymentProof> proof = upload.of(ALONE);
      if (proof.isPresent()) {
        return add(proof.get(), ALONE, "proof");
      }
      feedback.fault(ALONE, "money.proof.missing");
    } catch (Refused refused) {
      upload.refuse(ALONE, refused);
    }
    return null;
  }

  private String add(PaymentProof proof, String field, String done) {
    progress = null; // as it is by now
    TransferProgress known = getProgress();
    try {
      if (known == null) {
        throw NotFound.of("transfer-notice");
      }
      proofs.put(known.caseId(), visit.getVisitor().personId(), proof);
      return saved(done);
    } catch (Refused refused) {
      upload.refuse(field, refused);
      return null;
    }
  }

  private static String saved(String what) {
    return "/client/pay?faces-redirect=true&done=" + what;
  }

  private void choose() {
    if (chosen) {
      return;
    }
    chosen = true;
    try {
      transfer = transfers.of(wanted(), amount).orElse(null);
      if (transfer == null && amount != null) {
        fault = t.of("money.amount.notUnderstood");
      }
    } catch (Refused refused) {
      fault =
          refused.problem().code() == ProblemCode.NOT_FOUND
              ? t.of("money.pay.gone")
              : t.of("money.amount.tooSmall", minimum(refused));
    }
  }

  private String minimum(Refused refused) {
    String minimum = String.valueOf(refused.problem().data().get("minimum"));
    return show.money(new BigDecimal(minimum), getOffer().currency());
  }

  private static Set<Long> wanted() {
    return ChosenTransfer.invoices(
        FacesContext.getCurrentInstance()
            .getExternalContext()
            .getRequestParameterValuesMap()
            .getOrDefault("invoice", new String[0]));
  }

  /** The choice as it stands in an address. */
  public String getQuery() {
    return ChosenTransfer.query(wanted(), amount);
  }

  public String getAmount() {
    return amount;
  }

  public void setAmount(String amount) {
    this.amount = amount;
  }

  public String getReference() {
    return reference;
  }

  public void setReference(String reference) {
    this.reference = reference;
  }
}
