package org.kontor.web.rest.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import org.kontor.crm.access.boundary.ApiKeyView;
import org.kontor.crm.access.boundary.ApiKeys;
import org.kontor.crm.access.boundary.CreatedApiKey;
import org.kontor.crm.access.boundary.NewApiKey;
import org.kontor.crm.access.boundary.Scope;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.web.rest.Answers;
import org.kontor.web.rest.Body;
import org.kontor.web.rest.NeverStored;
import org.kontor.web.rest.Scoped;

/** API keys: who may call, and for which vendor. */
@Path("api-keys")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "api-keys", description = "Who may call")
public class ApiKeysResource {

  private static final String EXAMPLE =
      """
      {"name": "shop of prim", "vendor": "prim", "scopes": ["read", "customers:write"]}\
      """;

  @Inject private ApiKeys keys;

  @POST
  @NeverStored
  @Scoped(Scope.ADMIN)
  @Operation(
      summary = "Make an API key; it is shown once",
      description =
          "The name is unique among live keys, so that a repeated call makes no second one.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples = @ExampleObject(name = "vendor", value = EXAMPLE)))
  public Response create(NewApiKey sent, @Context UriInfo uri) {
    CreatedApiKey created = keys.create(Body.required(sent));
    return Answers.created(uri, created.id(), created);
  }

  @GET
  @Scoped(Scope.ADMIN)
  @Operation(summary = "API keys, live and revoked, without their secrets")
  public Page<ApiKeyView> list(
      @QueryParam("after") String after, @QueryParam("limit") Integer limit) {
    return keys.list(after, limit);
  }

  @DELETE
  @Path("{id}")
  @Scoped(Scope.ADMIN)
  @Operation(summary = "Revoke an API key; it is refused from the next call on")
  public void revoke(@PathParam("id") long id) {
    keys.revoke(id);
  }
}
