package org.kontor.web.rest.message;

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
import org.kontor.crm.access.boundary.Scope;
import org.kontor.crm.message.boundary.BounceReport;
import org.kontor.crm.message.boundary.Bounces;
import org.kontor.crm.message.boundary.MessageView;
import org.kontor.web.rest.Body;
import org.kontor.web.rest.Scoped;

/** Mail that came back. */
@RequestScoped
@Path("bounces")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "messages")
public class BouncesResource {

  @Inject private Bounces bounces;

  @POST
  @Scoped(Scope.CUSTOMERS_WRITE)
  @Operation(
      summary = "Report that a mail came back (for the web hook of a mail gateway)",
      description =
          "A status of class 5 about the address marks the address: nothing more is mailed to it."
              + " 5.7.x and a full mailbox say nothing about the address. The same report twice"
              + " changes nothing.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples =
                  @ExampleObject(
                      name = "unknown user",
                      value =
                          "{\"messageId\": \"<2f9c…@prim.example>\", \"status\": \"5.1.1\","
                              + " \"reason\": \"no such user\"}")))
  public MessageView report(BounceReport sent) {
    return bounces.report(Body.required(sent));
  }
}
