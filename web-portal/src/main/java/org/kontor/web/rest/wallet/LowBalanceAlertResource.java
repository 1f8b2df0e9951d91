package org.kontor.web.rest.wallet;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.billing.wallet.boundary.LowBalanceAlertView;
import org.kontor.billing.wallet.boundary.LowBalanceAlerts;
import org.kontor.crm.access.boundary.Scope;
import org.kontor.web.rest.Body;
import org.kontor.web.rest.Scoped;

/** The balance of which a customer wants to hear. */
@RequestScoped
@Path("customers/{id}/wallet/low-balance-alert")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "wallet")
public class LowBalanceAlertResource {

  @Inject private LowBalanceAlerts alerts;

  /**
   * @param below in the customer's currency
   */
  public record Wanted(BigDecimal below) {}

  @GET
  @Scoped(Scope.READ)
  @Operation(summary = "Below which balance the customer wants a mail; 404 where it wants none")
  public LowBalanceAlertView view(@PathParam("id") long id) {
    return alerts.get(id);
  }

  @PUT
  @Scoped(Scope.CUSTOMERS_WRITE)
  @Operation(
      summary = "Mail the customer when a charge takes its balance below an amount",
      description = "Once for each time it falls below; from the next charge on.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples = @ExampleObject(name = "below", value = "{\"below\": \"500.00\"}")))
  public LowBalanceAlertView set(@PathParam("id") long id, Wanted wanted) {
    return alerts.set(id, Body.required(wanted).below());
  }

  @DELETE
  @Scoped(Scope.CUSTOMERS_WRITE)
  @Operation(summary = "Mail the customer of an exhausted balance only")
  public void remove(@PathParam("id") long id) {
    alerts.remove(id);
  }
}
