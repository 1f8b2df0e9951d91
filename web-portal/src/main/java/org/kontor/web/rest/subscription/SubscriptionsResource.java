package org.kontor.web.rest.subscription;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.billing.subscription.boundary.BegunSubscriptions;
import org.kontor.billing.subscription.boundary.NewSubscription;
import org.kontor.billing.subscription.boundary.NewSubscriptions;
import org.kontor.billing.subscription.boundary.StopReason;
import org.kontor.billing.subscription.boundary.SubscriptionImport;
import org.kontor.billing.subscription.boundary.SubscriptionLife;
import org.kontor.billing.subscription.boundary.SubscriptionView;
import org.kontor.billing.subscription.boundary.Subscriptions;
import org.kontor.crm.access.boundary.Scope;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.domain.subscription.Cancellation.By;
import org.kontor.web.rest.Answers;
import org.kontor.web.rest.Body;
import org.kontor.web.rest.Scoped;

/** Subscriptions: begun, shown, converted, stopped, restored, cancelled. */
@Path("subscriptions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "subscriptions", description = "Subscriptions, their changes and limits")
public class SubscriptionsResource {

  @Inject private Subscriptions subscriptions;
  @Inject private SubscriptionImport imports;
  @Inject private SubscriptionLife life;

  @POST
  @Scoped(Scope.SUBSCRIPTIONS_WRITE)
  @Operation(
      summary = "Begin a subscription, in trial or paying",
      description =
          "Paying in advance issues the invoice of the first month at once, as the policy says"
              + " (pro rata, free or whole); it is named in the answer as firstInvoice.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples = {
                @ExampleObject(name = "trial", value = Examples.TRIAL),
                @ExampleObject(name = "paying", value = Examples.PAYING)
              }))
  public Response create(NewSubscription sent, @Context UriInfo uri) {
    SubscriptionView created = subscriptions.create(Body.required(sent));
    return Answers.created(uri, created.id(), created, created.version());
  }

  @POST
  @Path("bulk")
  @Scoped(Scope.SUBSCRIPTIONS_WRITE)
  @Operation(
      summary = "Begin up to 1000 subscriptions",
      description =
          "Each is begun or refused by itself. A subscription has no natural key: send an"
              + " Idempotency-Key to be able to repeat the call.")
  public BegunSubscriptions createMany(NewSubscriptions sent) {
    return imports.begin(Body.required(sent));
  }

  @GET
  @Scoped(Scope.READ)
  @Operation(summary = "Subscriptions in the order of their ids, of one customer or of all")
  public Page<SubscriptionView> list(
      @QueryParam("customer") Long customer,
      @QueryParam("after") String after,
      @QueryParam("limit") Integer limit) {
    return subscriptions.list(customer, after, limit);
  }

  @GET
  @Path("{id}")
  @Scoped(Scope.READ)
  @Operation(summary = "One subscription as it stands today; its version is the ETag")
  public Response get(@PathParam("id") long id) {
    return answer(subscriptions.get(id));
  }

  @POST
  @Path("{id}/conversion")
  @Consumes(MediaType.WILDCARD)
  @Scoped(Scope.SUBSCRIPTIONS_WRITE)
  @Operation(
      summary = "Convert a trial into a paying subscription",
      description = "While the trial's data is there; it stays, unless the policy says otherwise.")
  public Response convert(
      @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return answer(life.convert(id, Answers.expectedVersion(ifMatch)));
  }

  @POST
  @Path("{id}/stop")
  @Scoped(Scope.SUBSCRIPTIONS_WRITE)
  @Operation(
      summary = "Stop a subscription",
      description = "A waiting change lapses. Whether invoices go on is the policy's decision.")
  public Response stop(
      @PathParam("id") long id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      StopReason sent) {
    return answer(life.stop(id, Body.required(sent), Answers.expectedVersion(ifMatch)));
  }

  @POST
  @Path("{id}/restore")
  @Consumes(MediaType.WILDCARD)
  @Scoped(Scope.SUBSCRIPTIONS_WRITE)
  @Operation(
      summary = "Bring a stopped subscription back",
      description = "Refused while an overdue invoice is open, be it in part.")
  public Response restore(
      @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return answer(life.restore(id, Answers.expectedVersion(ifMatch)));
  }

  @POST
  @Path("{id}/cancellation")
  @Consumes(MediaType.WILDCARD)
  @Scoped(Scope.SUBSCRIPTIONS_WRITE)
  @Operation(
      summary = "Cancel a subscription",
      description = "It ends with what is paid for; a waiting change lapses.")
  public Response cancel(
      @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return answer(life.cancel(id, By.VENDOR, Answers.expectedVersion(ifMatch)));
  }

  @DELETE
  @Path("{id}/cancellation")
  @Consumes(MediaType.WILDCARD)
  @Scoped(Scope.SUBSCRIPTIONS_WRITE)
  @Operation(
      summary = "Take a cancellation back",
      description =
          "Through its last day; it goes on as if nothing had been asked. A change that lapsed stays"
              + " lapsed. Who moves to another provider withdraws that case instead.")
  public Response keep(
      @PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    return answer(life.keep(id, Answers.expectedVersion(ifMatch)));
  }

  private static Response answer(SubscriptionView view) {
    return Answers.versioned(view, view.version());
  }
}
