package org.kontor.web.rest.token;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.billing.access.boundary.AccessQuestion;
import org.kontor.billing.token.boundary.AccessTokens;
import org.kontor.billing.token.boundary.SignedDecision;
import org.kontor.crm.access.boundary.Scope;
import org.kontor.domain.customer.Role;
import org.kontor.web.rest.Body;
import org.kontor.web.rest.NeverStored;
import org.kontor.web.rest.Scoped;

/** Access decisions as signed tokens that can be verified offline. */
@Path("access-tokens")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "access")
public class AccessTokensResource {

  private static final String QUESTION =
      """
      {"subscriptionId": 1005, "personId": 1002}
      """;

  @Inject private AccessTokens tokens;

  @GET
  @Scoped(Scope.READ)
  @Operation(
      summary = "The present decision, signed",
      description =
          "As GET /access-decisions without at; docs/access-tokens.md says how to verify it.")
  public SignedDecision decide(
      @QueryParam("subscription") Long subscription,
      @QueryParam("vendor") String vendor,
      @QueryParam("customer") String customer,
      @QueryParam("product") String product,
      @QueryParam("person") Long person,
      @QueryParam("role") Role role) {
    return tokens.decide(
        new AccessQuestion(subscription, vendor, customer, product, person, role, null));
  }

  @POST
  @NeverStored
  @Scoped(Scope.ACCESS_WRITE)
  @Operation(
      summary = "Ask at a log-in: the decision, signed, with the log-in written down as a fact",
      description = "Repeating it is harmless and answers the decision of that moment.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples = @ExampleObject(name = "ids", value = QUESTION)))
  public SignedDecision atLogin(AccessQuestion sent) {
    return tokens.atLogin(Body.required(sent));
  }
}
