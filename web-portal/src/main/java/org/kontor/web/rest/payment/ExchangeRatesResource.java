package org.kontor.web.rest.payment;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.billing.payment.boundary.RateView;
import org.kontor.billing.payment.boundary.Rates;
import org.kontor.crm.access.boundary.Scope;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.web.rest.Body;
import org.kontor.web.rest.Scoped;

/** Published exchange rates (S3.28). */
@RequestScoped
@Path("exchange-rates")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "payments")
public class ExchangeRatesResource {

  @Inject private Rates rates;

  @PUT
  @Path("{source}/{date}/{base}/{quote}")
  @Scoped(Scope.PAYMENTS_WRITE)
  @Operation(summary = "Write or correct the rate of a day: one unit of base costs rate of quote")
  public RateView put(
      @PathParam("source") String source,
      @PathParam("date") String date,
      @PathParam("base") String base,
      @PathParam("quote") String quote,
      NewRate sent) {
    return rates.put(source, date, base, quote, Body.required(sent).rate());
  }

  @GET
  @Scoped(Scope.READ)
  @Operation(summary = "Rates of a source, the latest day first")
  public Page<RateView> list(
      @QueryParam("source") String source,
      @QueryParam("after") String after,
      @QueryParam("limit") Integer limit) {
    return rates.list(source, after, limit);
  }

  /** What is sent: the rate alone, the rest is the address. */
  public record NewRate(BigDecimal rate) {}
}
