package org.kontor.web.rest.invoice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.billing.invoice.boundary.ChainReport;
import org.kontor.billing.invoice.boundary.NumberSeries;
import org.kontor.billing.invoice.boundary.SeriesHealth;
import org.kontor.crm.access.boundary.Scope;
import org.kontor.web.rest.Scoped;

/** Proof that numbers are gapless and that no document was changed. */
@Path("number-series")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "invoices")
public class NumberSeriesResource {

  @Inject private NumberSeries series;

  @GET
  @Scoped(Scope.READ)
  @Operation(summary = "Number series with their gaps and dates out of order")
  public List<SeriesHealth> health(@QueryParam("vendor") String vendor) {
    return series.health(vendor);
  }

  @GET
  @Path("{vendor}/{series}/{year}/chain")
  @Scoped(Scope.READ)
  @Operation(
      summary = "Recompute every digest and the hash chain of a series",
      description = "Reads all its documents; names the first one that does not agree.")
  public ChainReport verify(
      @PathParam("vendor") String vendor,
      @PathParam("series") String code,
      @PathParam("year") int year) {
    return series.verify(vendor, code, year);
  }
}
