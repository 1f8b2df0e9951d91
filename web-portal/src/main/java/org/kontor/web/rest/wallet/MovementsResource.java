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
import org.kontor.billing.wallet.boundary.MovementView;
import org.kontor.billing.wallet.boundary.Wallets;
import org.kontor.crm.access.boundary.Scope;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.web.rest.Scoped;

/** The journal of payments and charges (S3.23, S3.24). */
@RequestScoped
@Path("customers/{id}/movements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "wallet")
public class MovementsResource {

  @Inject private Wallets wallets;

  @GET
  @Scoped(Scope.READ)
  @Operation(summary = "What moved the balance, the latest first, each explained")
  public Page<MovementView> list(
      @PathParam("id") long id,
      @QueryParam("after") String after,
      @QueryParam("limit") Integer limit) {
    return wallets.movements(id, after, limit);
  }
}
