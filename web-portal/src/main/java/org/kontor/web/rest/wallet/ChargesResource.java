package org.kontor.web.rest.wallet;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.billing.ledger.boundary.Why;
import org.kontor.billing.wallet.boundary.ChargeView;
import org.kontor.billing.wallet.boundary.Charges;
import org.kontor.crm.access.boundary.Scope;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.web.rest.Scoped;

/** Charges on balances (S2.4, S3.24). */
@RequestScoped
@Path("charges")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "wallet")
public class ChargesResource {

  @Inject private Charges charges;

  @GET
  @Scoped(Scope.READ)
  @Operation(summary = "Charges of a customer, the latest first")
  public Page<ChargeView> list(
      @QueryParam("customer") Long customer,
      @QueryParam("after") String after,
      @QueryParam("limit") Integer limit) {
    return charges.ofCustomer(customer, after, limit);
  }

  @GET
  @Path("{id}/explanation")
  @Scoped(Scope.READ)
  @Operation(summary = "What a charge consists of, and its figure computed again")
  public Why why(@PathParam("id") String id) {
    return charges.why(id);
  }
}
