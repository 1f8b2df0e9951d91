package org.kontor.web.rest.token;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.billing.token.boundary.AccessTokens;
import org.kontor.billing.token.boundary.RotatedKey;
import org.kontor.crm.access.boundary.Scope;
import org.kontor.web.rest.Body;
import org.kontor.web.rest.Open;
import org.kontor.web.rest.Scoped;

/** Keys that sign access decisions. */
@Path("access-keys")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "access", description = "Who may do what, when, and why")
public class AccessKeysResource {

  private static final int CACHED_SECONDS = 300;

  @Inject private AccessTokens tokens;

  @GET
  @Open("Public keys are for everybody who verifies a token")
  @Operation(
      summary = "Public keys that verify signed access decisions, as a JSON Web Key Set",
      description = "May be kept for five minutes; fetch it again when a token names another kid.")
  public Response keys() {
    CacheControl cache = new CacheControl();
    cache.setMaxAge(CACHED_SECONDS);
    return Response.ok(tokens.published()).cacheControl(cache).build();
  }

  @POST
  @Path("rotations")
  @Scoped(Scope.ADMIN)
  @Operation(
      summary = "Sign with a new key from now on",
      description =
          "The key before stays published for 26 hours, longer than any token lives. With"
              + " withdraw, because it was stolen, all earlier keys are withdrawn at once.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples = @ExampleObject(name = "yearly", value = "{\"withdraw\": false}")))
  public RotatedKey rotate(Rotation sent) {
    return tokens.rotate(Body.required(sent).withdraw());
  }

  /**
   * @param withdraw the keys before were stolen: publish them no more
   */
  public record Rotation(boolean withdraw) {}
}
