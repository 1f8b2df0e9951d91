package org.kontor.web.rest.subscription;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.billing.subscription.boundary.AgreedLimit;
import org.kontor.billing.subscription.boundary.LimitView;
import org.kontor.billing.subscription.boundary.TenantLimits;
import org.kontor.crm.access.boundary.Scope;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.web.rest.Answers;
import org.kontor.web.rest.Body;
import org.kontor.web.rest.Scoped;

/** Limits of a subscription and how far they are used. */
@Path("subscriptions/{id}/limits")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "subscriptions")
public class LimitsResource {

  @Inject private TenantLimits limits;

  @GET
  @Scoped(Scope.READ)
  @Operation(summary = "Limits: used, allowed, agreed with this tenant")
  public Page<LimitView> list(@PathParam("id") long id) {
    return new Page<>(limits.list(id), null);
  }

  @PUT
  @Path("{code}")
  @Scoped(Scope.SUBSCRIPTIONS_WRITE)
  @Operation(
      summary = "Raise a limit for this tenant",
      description = "The agreement holds for every plan; it never lowers what a plan allows.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples = @ExampleObject(name = "raise", value = Examples.LIMIT)))
  public LimitView agree(
      @PathParam("id") long id,
      @PathParam("code") String code,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      AgreedLimit sent) {
    return limits.agree(id, code, Body.required(sent), Answers.expectedVersion(ifMatch));
  }

  @DELETE
  @Path("{code}")
  @Scoped(Scope.SUBSCRIPTIONS_WRITE)
  @Operation(summary = "End an agreed limit")
  public void withdraw(
      @PathParam("id") long id,
      @PathParam("code") String code,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    limits.withdraw(id, code, Answers.expectedVersion(ifMatch));
  }
}
