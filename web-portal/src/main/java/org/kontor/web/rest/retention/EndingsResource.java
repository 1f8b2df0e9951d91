package org.kontor.web.rest.retention;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.billing.retention.boundary.BatchApproval;
import org.kontor.billing.retention.boundary.CaseRequest;
import org.kontor.billing.retention.boundary.CertificateView;
import org.kontor.billing.retention.boundary.HoldView;
import org.kontor.billing.retention.boundary.RetentionCases;
import org.kontor.billing.retention.boundary.RetentionSupport;
import org.kontor.crm.access.boundary.Scope;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.web.rest.Body;
import org.kontor.web.rest.Scoped;

/** Terminations, holds, and approvals of many deletions at once. */
@Path("retention")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "retention")
public class EndingsResource {

  @Inject private RetentionCases cases;
  @Inject private RetentionSupport support;

  @POST
  @Path("terminations")
  @Scoped(Scope.SUBSCRIPTIONS_WRITE)
  @Operation(
      summary = "Move to another provider (EU Data Act)",
      description =
          "The service goes on through notice and transition, then the data can be taken out for the"
              + " days of retrieval, also while the customer is suspended; then it is deleted. Takes"
              + " the place of a running case of another kind.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples = @ExampleObject(name = "termination", value = Examples.TERMINATION)))
  public Response terminate(CaseRequest sent) {
    return Response.status(Response.Status.CREATED)
        .entity(cases.terminate(Body.required(sent)))
        .build();
  }

  @GET
  @Path("certificates")
  @Consumes(MediaType.WILDCARD)
  @Scoped(Scope.READ)
  @Operation(
      summary = "What was deleted of a customer, and what no longer names him",
      description =
          "In the order in which it happened. PSEUDONYMS without a caseId: of somebody who has left"
              + " without a deletion.")
  public Page<CertificateView> certificates(
      @QueryParam("customer") Long customer,
      @QueryParam("after") String after,
      @QueryParam("limit") Integer limit) {
    return cases.certificatesOf(customer, after, limit);
  }

  @POST
  @Path("approvals")
  @Scoped(Scope.RUNS_WRITE)
  @Operation(
      summary = "Let all deletions of a vendor through that wait for a second person",
      description = "cases is their number as the person has seen it; another one is refused.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples = @ExampleObject(name = "approval", value = Examples.APPROVAL)))
  public BatchApproval.Approved approve(BatchApproval sent) {
    return support.approveAll(Body.required(sent));
  }

  @PUT
  @Path("holds/{subscription}")
  @Scoped(Scope.SUBSCRIPTIONS_WRITE)
  @Operation(
      summary = "Keep a subscription's data from deletion and purge, with a reason",
      description = "A running case ends with it, and none begins until the hold is lifted.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples = @ExampleObject(name = "hold", value = Examples.REASON)))
  public HoldView hold(@PathParam("subscription") long subscription, CaseRequest sent) {
    return support.hold(subscription, Body.required(sent));
  }

  @DELETE
  @Path("holds/{subscription}")
  @Scoped(Scope.SUBSCRIPTIONS_WRITE)
  @Operation(
      summary = "Lift a hold",
      description = "What was held is counted and announced anew: everybody gets all days again.")
  public void lift(@PathParam("subscription") long subscription) {
    support.lift(subscription);
  }
}
