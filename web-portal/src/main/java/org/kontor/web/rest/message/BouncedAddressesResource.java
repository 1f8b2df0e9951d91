package org.kontor.web.rest.message;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.crm.access.boundary.Scope;
import org.kontor.crm.message.boundary.BouncedAddressView;
import org.kontor.crm.message.boundary.Bounces;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.web.rest.Scoped;

/** Addresses that refuse mail. */
@RequestScoped
@Path("bounced-addresses")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "messages")
public class BouncedAddressesResource {

  @Inject private Bounces bounces;

  @GET
  @Scoped(Scope.READ)
  @Operation(summary = "Addresses that refuse mail: somebody has to ask for better ones")
  public Page<BouncedAddressView> list(
      @QueryParam("vendor") String vendor,
      @QueryParam("after") String after,
      @QueryParam("limit") Integer limit) {
    return bounces.list(vendor, after, limit);
  }

  @DELETE
  @Path("{address}")
  @Scoped(Scope.CUSTOMERS_WRITE)
  @Operation(summary = "An address is good again: mail goes to it from now on")
  public void isGood(@PathParam("address") long address) {
    bounces.isGood(address);
  }
}
