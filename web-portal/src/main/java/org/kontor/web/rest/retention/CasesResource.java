package org.kontor.web.rest.retention;

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
import org.kontor.billing.retention.boundary.CaseRequest;
import org.kontor.billing.retention.boundary.CaseView;
import org.kontor.billing.retention.boundary.CertificateView;
import org.kontor.billing.retention.boundary.RetentionCases;
import org.kontor.billing.retention.boundary.RetentionSupport;
import org.kontor.crm.access.boundary.Scope;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.domain.retention.CaseKind;
import org.kontor.domain.retention.CaseState;
import org.kontor.web.rest.Answers;
import org.kontor.web.rest.Body;
import org.kontor.web.rest.Scoped;

/** Cases of accounts that come to their end. */
@Path("retention/cases")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "retention", description = "Accounts that come to their end, until nothing is left")
public class CasesResource {

  @Inject private RetentionCases cases;
  @Inject private RetentionSupport support;

  @GET
  @Scoped(Scope.READ)
  @Operation(
      summary = "Cases in the order of their ids",
      description = "state=DUE are those that wait for the night's deletion, or for approval.")
  public Page<CaseView> list(
      @QueryParam("vendor") String vendor,
      @QueryParam("state") CaseState state,
      @QueryParam("kind") CaseKind kind,
      @QueryParam("customer") Long customer,
      @QueryParam("after") String after,
      @QueryParam("limit") Integer limit) {
    return cases.list(vendor, state, kind, customer, after, limit);
  }

  @GET
  @Path("{id}")
  @Scoped(Scope.READ)
  @Operation(
      summary = "One case: its notices, what would stop it, and what follows",
      description =
          "A notice without acceptedOn lies with the mail server: the deletion waits for it and its"
              + " day moves.")
  public CaseView get(@PathParam("id") long id) {
    return cases.get(id);
  }

  @POST
  @Scoped(Scope.SUBSCRIPTIONS_WRITE)
  @Operation(
      summary = "Begin the deletion of an account that is not used",
      description =
          "Under the same conditions as the automatic one, unless the policy lets staff begin at any"
              + " time; CONDITIONS_NOT_MET lists what is open. The first notice goes out at once.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples = @ExampleObject(name = "start", value = Examples.START)))
  public Response start(CaseRequest sent, @Context UriInfo uri) {
    CaseView started = cases.start(Body.required(sent));
    return Answers.created(uri, started.id(), started);
  }

  @POST
  @Path("{id}/cancellation")
  @Scoped(Scope.SUBSCRIPTIONS_WRITE)
  @Operation(
      summary = "End a case before its deletion",
      description =
          "On behalf of a person with one of the policy's roles, or by staff when no person is"
              + " named. It counts as activity: no new notice for the policy's number of days.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples = @ExampleObject(name = "owner", value = Examples.CANCELLATION)))
  public CaseView cancel(@PathParam("id") long id, CaseRequest sent) {
    return cases.cancel(id, Body.required(sent));
  }

  @POST
  @Path("{id}/restoration")
  @Scoped(Scope.SUBSCRIPTIONS_WRITE)
  @Operation(
      summary = "Bring a deleted account back with all it had",
      description =
          "Until it is purged. BALANCE_TOO_LOW says what is missing for the base fee, where the"
              + " policy asks for it.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples = @ExampleObject(name = "support", value = Examples.REASON)))
  public CaseView restore(@PathParam("id") long id, CaseRequest sent) {
    return support.restore(id, Body.required(sent));
  }

  @POST
  @Path("{id}/approval")
  @Consumes(MediaType.WILDCARD)
  @Scoped(Scope.RUNS_WRITE)
  @Operation(
      summary = "Let one deletion through that waits for a second person",
      description = "With another API key than the one that began it; the next night deletes it.")
  public CaseView approve(@PathParam("id") long id) {
    return support.approve(id);
  }

  @GET
  @Path("{id}/certificates")
  @Scoped(Scope.READ)
  @Operation(
      summary = "What was deleted and purged, in figures",
      description =
          "Written once. The hash is the SHA-256 of canonical, and stands in the audit too.")
  public Page<CertificateView> certificates(@PathParam("id") long id) {
    return new Page<>(cases.certificates(id), null);
  }
}
