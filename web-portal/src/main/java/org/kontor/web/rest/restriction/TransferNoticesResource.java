package org.kontor.web.rest.restriction;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.billing.access.boundary.NewTransferNotice;
import org.kontor.billing.access.boundary.TransferNoticeView;
import org.kontor.billing.access.boundary.TransferNotices;
import org.kontor.crm.access.boundary.Scope;
import org.kontor.web.rest.Body;
import org.kontor.web.rest.Scoped;

/** "I have paid by transfer". */
@Path("transfer-notices")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "access")
public class TransferNoticesResource {

  @Inject private TransferNotices notices;

  @POST
  @Scoped(Scope.ACCESS_WRITE)
  @Operation(
      summary = "Announce a transfer that is under way",
      description = "Defers once in a case, as long as the policy says; where it does, at all.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples = @ExampleObject(name = "transfer", value = Examples.TRANSFER)))
  public TransferNoticeView give(NewTransferNotice sent) {
    return notices.give(Body.required(sent));
  }
}
