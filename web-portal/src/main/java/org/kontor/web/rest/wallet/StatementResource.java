package org.kontor.web.rest.wallet;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.billing.document.boundary.DocumentFile;
import org.kontor.billing.statement.boundary.Statements;
import org.kontor.crm.access.boundary.Scope;
import org.kontor.web.rest.Files;
import org.kontor.web.rest.Scoped;

/** A statement of a customer's balance on paper (PAGES C10). */
@RequestScoped
@Path("customers/{id}/statement")
@Produces({DocumentFile.TYPE, MediaType.APPLICATION_JSON})
@Tag(name = "wallet")
public class StatementResource {

  @Inject private Statements statements;

  @GET
  @Scoped(Scope.READ)
  @Operation(
      summary = "The signed statement of the balance as PDF/A-2a, made anew at each call",
      description = "A year and 5,000 movements at most; without from and to the past year.")
  @APIResponse(
      responseCode = "200",
      description = "The file",
      content =
          @Content(
              mediaType = DocumentFile.TYPE,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response statement(
      @PathParam("id") long id,
      @QueryParam("from") LocalDate from,
      @QueryParam("to") LocalDate to,
      @Context Request request) {
    return Files.answer(statements.pdf(id, from, to), request);
  }
}
