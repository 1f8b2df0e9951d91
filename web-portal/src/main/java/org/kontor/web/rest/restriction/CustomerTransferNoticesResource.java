package org.kontor.web.rest.restriction;

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
import org.kontor.billing.access.boundary.AnnouncedTransfers;
import org.kontor.billing.access.boundary.TransferProgress;
import org.kontor.crm.access.boundary.Scope;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.web.rest.Scoped;

/** Transfers that a customer announced, for whoever looks for the money. */
@RequestScoped
@Path("customers/{customer}/transfer-notices")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "access")
public class CustomerTransferNoticesResource {

  @Inject private AnnouncedTransfers transfers;

  @GET
  @Scoped(Scope.READ)
  @Operation(
      summary = "Transfers that a customer announced, the latest first, and what became of each",
      description =
          "state: WAITING, PARTLY or MATCHED by what was paid since then, LATE where the deferral"
              + " ended and nothing came. proof: the bank's confirmation, null where none was sent;"
              + " the file is at /transfer-notices/{caseId}/proof.")
  public Page<TransferProgress> list(
      @PathParam("customer") long customer,
      @QueryParam("after") String after,
      @QueryParam("limit") Integer limit) {
    return transfers.list(customer, after, limit);
  }
}
