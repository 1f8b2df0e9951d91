package org.kontor.web.rest.message;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.crm.access.boundary.Scope;
import org.kontor.crm.message.boundary.MessageText;
import org.kontor.crm.message.boundary.Messages;
import org.kontor.web.rest.Scoped;

/** One mail to a customer. */
@RequestScoped
@Path("messages/{message}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "messages")
public class MessagesResource {

  @Inject private Messages messages;

  @GET
  @Scoped(Scope.READ)
  @Operation(summary = "One mail with its words")
  public MessageText get(@PathParam("message") long message) {
    return messages.view(message);
  }

  @POST
  @Path("copies")
  @Scoped(Scope.CUSTOMERS_WRITE)
  @Operation(
      summary = "Send a mail once more",
      description =
          "As a mail of its own with its own Message-ID, to the same address. One that is still"
              + " waiting is refused: it is tried again by itself.")
  public Response sendAgain(@PathParam("message") long message) {
    return Response.status(Response.Status.CREATED).entity(messages.sendAgain(message)).build();
  }
}
