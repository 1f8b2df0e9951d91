package org.kontor.web.rest.restriction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.billing.access.boundary.AccessAnswer;
import org.kontor.billing.access.boundary.AccessDecisions;
import org.kontor.billing.access.boundary.AccessQuestion;
import org.kontor.crm.access.boundary.Scope;
import org.kontor.domain.customer.Role;
import org.kontor.web.rest.Body;
import org.kontor.web.rest.Scoped;

/**
 * Who may do what, asked by the vendor's own application at each log-in: made once, not per call.
 */
@Path("access-decisions")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "access", description = "Who may do what and why; promises, holds, log-ins")
public class AccessDecisionsResource {

  @Inject private AccessDecisions decisions;

  @GET
  @Scoped(Scope.READ)
  @Operation(
      summary = "What a person can do now, or at a moment to come if nothing else happens",
      description =
          "The subscription by its id, or by vendor, customer (the vendor's own number) and product"
              + " (the plan). The person by its id, or role for somebody whom Kontor does not know.")
  public AccessAnswer decide(
      @QueryParam("subscription") Long subscription,
      @QueryParam("vendor") String vendor,
      @QueryParam("customer") String customer,
      @QueryParam("product") String product,
      @QueryParam("person") Long person,
      @QueryParam("role") Role role,
      @QueryParam("at") Instant at) {
    return decisions.decide(
        new AccessQuestion(subscription, vendor, customer, product, person, role, at));
  }

  @POST
  @Scoped(Scope.ACCESS_WRITE)
  @Operation(
      summary = "Ask at a log-in: the decision, with the log-in written down as a fact",
      description =
          "The same answer as GET. The last log-in keeps inactive accounts from deletion; it is"
              + " written at most once an hour, and at the first log-in of each day.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples = {
                @ExampleObject(name = "ids", value = Examples.LOGIN_QUESTION),
                @ExampleObject(name = "reference", value = Examples.BY_REFERENCE)
              }))
  public AccessAnswer atLogin(AccessQuestion sent) {
    return decisions.atLogin(Body.required(sent));
  }
}
