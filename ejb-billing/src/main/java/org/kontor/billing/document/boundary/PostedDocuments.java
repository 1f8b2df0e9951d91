package org.kontor.billing.document.boundary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.billing.document.control.MonthPapers;
import org.kontor.billing.document.control.PostedRows;
import org.kontor.billing.document.control.PostedRows.Row;
import org.kontor.billing.document.control.Press;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.crm.access.boundary.Caller;
import org.kontor.crm.platform.boundary.Audit;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.domain.payment.MonthlyPapers;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.time.BusinessClock;

/**
 * Papers that a vendor sends by post for each month to those who pay by bank transfer, and only to
 * them (S2.27): who is to get them, and that they were sent.
 */
@Stateless
public class PostedDocuments {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Inject private PostedRows rows;
  @Inject private MonthPapers gather;
  @Inject private Press press;
  @Inject private PolicyBook policies;
  @Inject private Caller caller;
  @Inject private Audit audit;
  @Inject private BusinessClock clock;

  /**
   * Who gets papers for a month, in the order of customers' ids; nobody where the vendor sends
   * none.
   *
   * @param state null for all
   * @throws org.kontor.domain.problem.Refused MISSING_VALUE without vendor or month
   */
  public Page<PostedDocumentView> list(
      String vendor, YearMonth month, PaperState state, String after, Integer asked) {
    int limit = Page.limit(asked);
    long afterId = Page.afterId(after);
    String code = caller.vendorFilter(vendor);
    required(code, "vendor");
    required(month, "month");
    Optional<MonthlyPapers> papers = papers(policies.inForce(code, month.atEndOfMonth()));
    if (papers.isEmpty()) {
      return new Page<>(List.of(), null);
    }
    Boolean sent = state == null ? null : Boolean.valueOf(state == PaperState.SENT);
    List<PostedDocumentView> views =
        rows.page(code, month, papers.get().method(), sent, afterId, limit + 1).stream()
            .map(row -> view(row, month, papers.get()))
            .toList();
    return Page.of(views, limit, view -> Long.toString(view.customerId()));
  }

  /**
   * Writes down that a customer's papers were sent; a second call corrects the day.
   *
   * @throws org.kontor.domain.problem.Refused NOT_FOUND; WRONG_STATE when no papers go to him for
   *     that month; MISSING_VALUE or INVALID_VALUE for the day
   */
  public PostedDocumentView sent(long customerId, YearMonth month, LocalDate sentOn) {
    String vendor = rows.vendor(customerId).orElseThrow(() -> NotFound.of("customer"));
    caller.mustSee(vendor, "customer");
    PolicyPack pack = policies.inForce(vendor, month.atEndOfMonth());
    MonthlyPapers.checkSent(month, sentOn, clock.today(pack.zone()));
    MonthlyPapers papers = papers(pack).orElseThrow(() -> none(month));
    if (rows.find(customerId, vendor, month, papers.method()).isEmpty()) {
      throw none(month);
    }
    rows.sent(customerId, month, sentOn, caller.actor(), clock.now());
    audit.record(
        "papers.sent",
        "customer " + customerId,
        Map.of("month", month.toString(), "sentOn", sentOn.toString()));
    return view(rows.find(customerId, vendor, month, papers.method()).orElseThrow(), month, papers);
  }

  /**
   * The paper itself, to be printed and posted: the services of the month. Made anew at each call
   * from what was charged.
   *
   * @throws org.kontor.domain.problem.Refused NOT_FOUND; WRONG_STATE while the month lasts, or when
   *     no papers go to the customer for it; UNAVAILABLE when the press is busy
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public DocumentFile paper(long customerId, YearMonth month) {
    String vendor = rows.vendor(customerId).orElseThrow(() -> NotFound.of("customer"));
    caller.mustSee(vendor, "customer");
    PolicyPack pack = policies.inForce(vendor, month.atEndOfMonth());
    MonthlyPapers papers = papers(pack).orElseThrow(() -> none(month));
    Row row = rows.find(customerId, vendor, month, papers.method()).orElseThrow(() -> none(month));
    if (!clock.today(pack.zone()).isAfter(month.atEndOfMonth())) {
      throw none(month);
    }
    return DocumentFile.of(
        month + "-" + row.reference(), press.print(gather.of(pack, customerId, month)));
  }

  private static Optional<MonthlyPapers> papers(PolicyPack pack) {
    try {
      JsonNode node = JSON.readTree(pack.later().support()).path("postedDocuments");
      return node.isMissingNode()
          ? Optional.empty()
          : Optional.of(
              new MonthlyPapers(
                  node.path("method").textValue(),
                  MonthlyPapers.Way.valueOf(node.path("way").textValue())));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the support section of " + pack.id(), e);
    }
  }

  private static PostedDocumentView view(Row row, YearMonth month, MonthlyPapers papers) {
    return new PostedDocumentView(
        row.customerId(),
        row.reference(),
        row.name(),
        month,
        papers.way().name(),
        row.charged(),
        row.currency(),
        row.sentOn(),
        row.recordedBy());
  }

  private static void required(Object value, String field) {
    if (value == null) {
      throw Problem.of(
              ProblemCode.MISSING_VALUE,
              field,
              field + " is missing",
              "Ask for one vendor and one month, for example ?vendor=intrum&month=2026-03.")
          .asException();
    }
  }

  private static RuntimeException none(YearMonth month) {
    return Problem.of(
            ProblemCode.WRONG_STATE,
            "",
            "no papers of " + month + " go to this customer",
            "Papers go to customers with charges in the month whose last payment was by the method"
                + " that the policy names, when the month is over.")
        .asException();
  }
}
