package org.kontor.web.rest.invoice;

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
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.billing.document.boundary.DocumentFile;
import org.kontor.billing.document.boundary.DocumentFiles;
import org.kontor.billing.invoice.boundary.CreditNoteRequest;
import org.kontor.billing.invoice.boundary.CreditNotes;
import org.kontor.billing.invoice.boundary.InvoiceSummary;
import org.kontor.billing.invoice.boundary.InvoiceView;
import org.kontor.billing.invoice.boundary.Invoices;
import org.kontor.billing.invoice.boundary.LineExplanation;
import org.kontor.crm.access.boundary.Scope;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.web.rest.Body;
import org.kontor.web.rest.Files;
import org.kontor.web.rest.Scoped;

/** Issued documents; nothing here changes one. */
@Path("invoices")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "invoices", description = "Documents in EN 16931 words, and their corrections")
public class InvoicesResource {

  private static final String CREDIT =
      "{\"reason\": \"One licence was ordered by mistake\","
          + " \"lines\": [{\"line\": 1, \"quantity\": \"1\"}]}";

  @Inject private Invoices invoices;
  @Inject private CreditNotes creditNotes;
  @Inject private DocumentFiles files;

  @GET
  @Scoped(Scope.READ)
  @Operation(
      summary = "Documents in the order of their ids, by customer, vendor or state",
      description =
          "state is open, overdue, paid, or credited when credit notes took back all of it; without"
              + " it credit notes, which are settled, are listed too.")
  public Page<InvoiceSummary> list(
      @QueryParam("customer") Long customer,
      @QueryParam("vendor") String vendor,
      @QueryParam("state") String state,
      @QueryParam("after") String after,
      @QueryParam("limit") Integer limit) {
    return invoices.list(customer, vendor, state, after, limit);
  }

  @GET
  @Path("{id}")
  @Scoped(Scope.READ)
  @Operation(
      summary = "One document: parties, lines, VAT, totals, how to pay, what was paid, corrections")
  public InvoiceView get(@PathParam("id") long id) {
    return invoices.get(id);
  }

  @GET
  @Path("{id}/pdf")
  @Produces({DocumentFile.TYPE, MediaType.APPLICATION_JSON})
  @Scoped(Scope.READ)
  @Operation(
      summary = "The invoice or credit note as PDF/A-2a, in the customer's language",
      description =
          "Made when it is first asked for or mailed, then kept and never changed. ETag is its"
              + " SHA-256; with If-None-Match the answer is 304.")
  @APIResponse(
      responseCode = "200",
      description = "The file",
      content =
          @Content(
              mediaType = DocumentFile.TYPE,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "304", description = "The caller has it already")
  @APIResponse(
      responseCode = "410",
      description = "DOCUMENT_PSEUDONYMISED: its legal term is over and its file was removed")
  public Response pdf(@PathParam("id") long id, @Context Request request) {
    return Files.answer(files.pdf(id), request);
  }

  @GET
  @Path("{id}/lines/{line}/explanation")
  @Scoped(Scope.READ)
  @Operation(
      summary = "Why a line costs what it costs",
      description = "The stored arithmetic is run again; agrees says whether it gives the amount.")
  public LineExplanation explanation(@PathParam("id") long id, @PathParam("line") int line) {
    return invoices.explanation(id, line);
  }

  @POST
  @Path("{id}/credit-notes")
  @Scoped(Scope.ORDERS_WRITE)
  @Operation(
      summary = "Take back an invoice, or some lines of it by quantity or net amount",
      description =
          "Without lines all that is left. Never more than is left; what was paid becomes credit on"
              + " the customer's balance.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples = @ExampleObject(name = "one unit", value = CREDIT)))
  public Response credit(@PathParam("id") long id, CreditNoteRequest sent, @Context UriInfo uri) {
    InvoiceView note = creditNotes.credit(id, Body.required(sent));
    return Response.created(
            uri.getBaseUriBuilder().path("invoices").path(Long.toString(note.id())).build())
        .entity(note)
        .build();
  }
}
