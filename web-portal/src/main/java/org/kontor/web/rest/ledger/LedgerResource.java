package org.kontor.web.rest.ledger;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.billing.bookaudit.boundary.BookAuditView;
import org.kontor.billing.bookaudit.boundary.BookAudits;
import org.kontor.billing.ledger.boundary.AuditReport;
import org.kontor.billing.ledger.boundary.LedgerBooks;
import org.kontor.billing.ledger.boundary.TransferView;
import org.kontor.billing.ledger.boundary.TrialBalance;
import org.kontor.crm.access.boundary.Scope;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.web.rest.Scoped;

/** The ledger for those who check it (R6). */
@RequestScoped
@Path("ledger")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "ledger")
public class LedgerResource {

  @Inject private LedgerBooks books;
  @Inject private BookAudits audits;

  @GET
  @Path("trial-balance")
  @Scoped(Scope.READ)
  @Operation(summary = "A vendor's accounts in sums; debit equals credit in each currency")
  public TrialBalance trialBalance(@QueryParam("vendor") String vendor) {
    return books.trialBalance(vendor);
  }

  @GET
  @Path("audit")
  @Scoped(Scope.READ)
  @Operation(summary = "Recomputes every balance and open amount from what was booked")
  public AuditReport audit(@QueryParam("vendor") String vendor) {
    return books.audit(vendor);
  }

  @GET
  @Path("audits")
  @Scoped(Scope.READ)
  @Operation(
      summary = "The last audit of each vendor's whole book",
      description =
          "Made every night: ledger, open amounts, buckets, numbers. What is not sound is"
              + " degraded at the health page, too.")
  public List<BookAuditView> audits() {
    return audits.last();
  }

  @POST
  @Path("audits")
  @Scoped(Scope.RUNS_WRITE)
  @Operation(summary = "Audits a vendor's whole book now, and keeps the result")
  public BookAuditView auditNow(@QueryParam("vendor") String vendor) {
    return audits.now(vendor);
  }

  @GET
  @Path("transfers")
  @Scoped(Scope.READ)
  @Operation(summary = "A customer's transfers in the order of business dates")
  public Page<TransferView> transfers(
      @QueryParam("customer") Long customer,
      @QueryParam("after") String after,
      @QueryParam("limit") Integer limit) {
    return books.ofCustomer(customer, after, limit);
  }
}
