package org.kontor.web.rest.wallet;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.billing.wallet.boundary.WalletView;
import org.kontor.billing.wallet.boundary.Wallets;
import org.kontor.crm.access.boundary.Scope;
import org.kontor.web.rest.Scoped;

/** A customer's balance (S3.21, S3.22). */
@RequestScoped
@Path("customers/{id}/wallet")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "wallet")
public class WalletResource {

  @Inject private Wallets wallets;

  @GET
  @Scoped(Scope.READ)
  @Operation(summary = "The balance now, its buckets, and what was used this month")
  public WalletView view(@PathParam("id") long id) {
    return wallets.view(id);
  }
}
