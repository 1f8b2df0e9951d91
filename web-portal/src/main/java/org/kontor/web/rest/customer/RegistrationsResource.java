package org.kontor.web.rest.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.billing.registration.boundary.Registrations;
import org.kontor.crm.access.boundary.Scope;
import org.kontor.web.rest.Body;
import org.kontor.web.rest.NeverStored;
import org.kontor.web.rest.Scoped;

/** Strangers who want to become customers (S5.5). */
@Path("registrations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "customers")
public class RegistrationsResource {

  @Inject private Registrations registrations;

  @POST
  @Scoped(Scope.CUSTOMERS_WRITE)
  @NeverStored
  @Operation(
      summary = "Mail somebody a link by which it becomes a customer",
      description =
          "For the form on the vendor's own site. The link works once, for 24 hours; where the"
              + " address is known, the mail says so instead. Only a simulated book answers with"
              + " the link itself.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples = @ExampleObject(name = "stranger", value = Examples.STRANGER)))
  public Asked ask(Stranger sent) {
    Stranger stranger = Body.required(sent);
    return new Asked(
        registrations.askFor(stranger.vendor(), stranger.email(), stranger.language()));
  }

  /**
   * @param language ISO 639-1; absent: the vendor's first
   */
  public record Stranger(String vendor, String email, String language) {}

  /**
   * @param link in a simulated book only
   */
  public record Asked(String link) {}
}
