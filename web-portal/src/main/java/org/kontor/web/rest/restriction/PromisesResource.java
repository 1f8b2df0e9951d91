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
import org.kontor.billing.access.boundary.NewPromise;
import org.kontor.billing.access.boundary.PromiseOffer;
import org.kontor.billing.access.boundary.PromiseView;
import org.kontor.billing.access.boundary.Promises;
import org.kontor.crm.access.boundary.Scope;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.web.rest.Answers;
import org.kontor.web.rest.Body;
import org.kontor.web.rest.Scoped;

/** Promised payments. */
@Path("promises")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "access")
public class PromisesResource {

  @Inject private Promises promises;

  @GET
  @Path("offer")
  @Scoped(Scope.READ)
  @Operation(
      summary = "What a promised payment would mean now",
      description = "Its exact end and the sum that will be due then; nothing is written.")
  public PromiseOffer offer(
      @QueryParam("subscription") Long subscription,
      @QueryParam("person") Long person,
      @QueryParam("days") Integer days) {
    return promises.offer(new NewPromise(subscription, person, days));
  }

  @POST
  @Scoped(Scope.ACCESS_WRITE)
  @Operation(
      summary = "Take a promised payment",
      description = "Of several at once one is taken, the others are refused with PROMISE_TAKEN.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples = @ExampleObject(name = "promise", value = Examples.PROMISE)))
  public Response take(NewPromise sent, @Context UriInfo uri) {
    PromiseView taken = promises.take(Body.required(sent));
    return Answers.created(uri, taken.id(), taken);
  }

  @GET
  @Scoped(Scope.READ)
  @Operation(summary = "A customer's promised payments, kept and broken, oldest first")
  public Page<PromiseView> list(
      @QueryParam("customer") Long customer,
      @QueryParam("after") String after,
      @QueryParam("limit") Integer limit) {
    return promises.ofCustomer(customer, after, limit);
  }

  @GET
  @Path("{id}")
  @Scoped(Scope.READ)
  @Operation(summary = "One promised payment")
  public PromiseView get(@PathParam("id") long id) {
    return promises.get(id);
  }
}
