package org.kontor.web.rest.invoice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.billing.document.boundary.DocumentFile;
import org.kontor.billing.document.boundary.PaperState;
import org.kontor.billing.document.boundary.PostedDocumentView;
import org.kontor.billing.document.boundary.PostedDocuments;
import org.kontor.crm.access.boundary.Scope;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.web.rest.Body;
import org.kontor.web.rest.Files;
import org.kontor.web.rest.Scoped;

/** Papers that go out by post for each month (S2.27). */
@Path("posted-documents")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "posted documents", description = "Papers by post for customers who pay by transfer")
public class PostedDocumentsResource {

  @Inject private PostedDocuments posted;

  /**
   * @param sentOn given to the post that day
   */
  public record Sent(LocalDate sentOn) {}

  @GET
  @Scoped(Scope.READ)
  @Operation(
      summary = "Who gets papers for a month, and to whom they were sent",
      description =
          "Customers with charges in the month whose last payment up to its end was by the method of"
              + " support.postedDocuments. vendor and month are needed; state=WAITING lists what is to"
              + " be done.")
  public Page<PostedDocumentView> list(
      @QueryParam("vendor") String vendor,
      @QueryParam("month") YearMonth month,
      @QueryParam("state") PaperState state,
      @QueryParam("after") String after,
      @QueryParam("limit") Integer limit) {
    return posted.list(vendor, month, state, after, limit);
  }

  @GET
  @Path("{month}/{customer}/pdf")
  @Produces({DocumentFile.TYPE, MediaType.APPLICATION_JSON})
  @Scoped(Scope.READ)
  @Operation(
      summary = "The paper itself: the services of the month as they were charged, to be printed",
      description = "PDF/A-2a in the customer's language, with places for signatures.")
  @APIResponse(
      responseCode = "200",
      description = "The file",
      content =
          @Content(
              mediaType = DocumentFile.TYPE,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response paper(
      @PathParam("month") YearMonth month,
      @PathParam("customer") long customer,
      @Context Request request) {
    return Files.answer(posted.paper(customer, month), request);
  }

  @PUT
  @Path("{month}/{customer}")
  @Scoped(Scope.CUSTOMERS_WRITE)
  @Operation(
      summary = "Write down that a customer's papers of a month were sent",
      description = "Again with another day: the day is corrected.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples = @ExampleObject(name = "sent", value = "{\"sentOn\": \"2026-04-03\"}")))
  public PostedDocumentView sent(
      @PathParam("month") YearMonth month, @PathParam("customer") long customer, Sent sent) {
    return posted.sent(customer, month, Body.required(sent).sentOn());
  }
}
