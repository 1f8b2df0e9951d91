package org.kontor.web.rest.message;

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
import org.kontor.crm.access.boundary.Scope;
import org.kontor.crm.message.boundary.MessageView;
import org.kontor.crm.message.boundary.Messages;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.domain.message.MessageState;
import org.kontor.web.rest.Scoped;

/** Every mail that was written to a customer. */
@RequestScoped
@Path("customers/{customer}/messages")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "messages")
public class CustomerMessagesResource {

  @Inject private Messages messages;

  @GET
  @Scoped(Scope.READ)
  @Operation(
      summary = "The mails of a customer, the latest first, and what became of each",
      description =
          "WAITING is tried (again) at dueAt; SENT was taken by the mail server; BOUNCED was"
              + " refused by the address; FAILED was refused or tried for five days; CANCELLED was"
              + " not true any more when it was to be sent; NO_ADDRESS had nobody to go to.")
  public Page<MessageView> list(
      @PathParam("customer") long customer,
      @QueryParam("state") MessageState state,
      @QueryParam("after") String after,
      @QueryParam("limit") Integer limit) {
    return messages.of(customer, state, after, limit);
  }
}
