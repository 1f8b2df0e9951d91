package org.kontor.web.rest.restriction;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.billing.access.boundary.HoldEnd;
import org.kontor.billing.access.boundary.HoldView;
import org.kontor.billing.access.boundary.Holds;
import org.kontor.billing.access.boundary.NewHold;
import org.kontor.crm.access.boundary.Scope;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.web.rest.Answers;
import org.kontor.web.rest.Body;
import org.kontor.web.rest.Scoped;

/** Restrictions that staff hold back. */
@Path("access-holds")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "access")
public class AccessHoldsResource {

  @Inject private Holds holds;

  @POST
  @Scoped(Scope.ACCESS_WRITE)
  @Operation(summary = "Hold a restriction back, with a reason and an end")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples = @ExampleObject(name = "hold", value = Examples.HOLD)))
  public Response set(NewHold sent, @Context UriInfo uri) {
    HoldView set = holds.set(Body.required(sent));
    return Answers.created(uri, set.id(), set);
  }

  @POST
  @Path("{id}/end")
  @Scoped(Scope.ACCESS_WRITE)
  @Operation(summary = "End a hold before its time")
  public HoldView end(@PathParam("id") long id, HoldEnd sent) {
    return holds.end(id, Body.required(sent));
  }

  @GET
  @Scoped(Scope.READ)
  @Operation(summary = "Holds of a subscription, oldest first")
  public Page<HoldView> list(
      @QueryParam("subscription") Long subscription,
      @QueryParam("after") String after,
      @QueryParam("limit") Integer limit) {
    return holds.ofSubscription(subscription, after, limit);
  }

  @GET
  @Path("{id}")
  @Scoped(Scope.READ)
  @Operation(summary = "One hold")
  public HoldView get(@PathParam("id") long id) {
    return holds.get(id);
  }
}
