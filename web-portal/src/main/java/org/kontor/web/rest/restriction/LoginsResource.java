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
import org.kontor.billing.access.boundary.LoginReceipt;
import org.kontor.billing.access.boundary.Logins;
import org.kontor.billing.access.boundary.NewLogin;
import org.kontor.billing.access.boundary.NewLogins;
import org.kontor.crm.access.boundary.Scope;
import org.kontor.web.rest.Body;
import org.kontor.web.rest.Scoped;

/** Log-ins to the vendor's application, for those who do not ask for a decision. */
@Path("logins")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "access")
public class LoginsResource {

  @Inject private Logins logins;

  @POST
  @Scoped(Scope.ACCESS_WRITE)
  @Operation(
      summary = "Record one log-in",
      description = "Only the last one of each subscription counts: repeating changes nothing.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples = @ExampleObject(name = "login", value = Examples.LOGIN)))
  public LoginReceipt record(NewLogin sent) {
    return logins.record(Body.required(sent));
  }

  @POST
  @Path("bulk")
  @Scoped(Scope.ACCESS_WRITE)
  @Operation(
      summary = "Record up to 10000 log-ins",
      description = "Each is taken or refused by itself, with its index.")
  public LoginReceipt recordAll(NewLogins sent) {
    return logins.recordAll(Body.required(sent));
  }
}
