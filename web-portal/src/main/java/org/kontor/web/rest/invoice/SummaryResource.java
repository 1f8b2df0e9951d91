package org.kontor.web.rest.invoice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.billing.invoice.boundary.Summaries;
import org.kontor.billing.invoice.boundary.VendorSummary;
import org.kontor.crm.access.boundary.Scope;
import org.kontor.web.rest.Scoped;

/** The book in figures. */
@Path("summary")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "summary", description = "The book in figures")
public class SummaryResource {

  @Inject private Summaries summaries;

  @GET
  @Scoped(Scope.READ)
  @Operation(
      summary = "Each vendor in figures: documents, charges, payments, balances, ledger sum, gaps")
  public Vendors summary() {
    return new Vendors(summaries.all());
  }

  /** An object, so that figures of the whole installation find a place beside. */
  public record Vendors(List<VendorSummary> vendors) {}
}
