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
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.billing.document.boundary.DocumentFile;
import org.kontor.billing.document.boundary.TransferFiles;
import org.kontor.crm.access.boundary.Scope;
import org.kontor.web.rest.Files;
import org.kontor.web.rest.Scoped;

/** How a customer pays by bank transfer, on paper (PAGES C07). */
@RequestScoped
@Path("customers/{id}/transfer-instructions")
@Produces({DocumentFile.TYPE, MediaType.APPLICATION_JSON})
@Tag(name = "wallet")
public class TransferInstructionsResource {

  @Inject private TransferFiles transfers;

  @GET
  @Scoped(Scope.READ)
  @Operation(
      summary = "How to pay open documents, or an amount, by bank transfer, as PDF/A-2a",
      description =
          "invoice may be named more than once; where it is named, amount does not count.")
  @APIResponse(
      responseCode = "200",
      description = "The file",
      content =
          @Content(
              mediaType = DocumentFile.TYPE,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response transferInstructions(
      @PathParam("id") long id,
      @QueryParam("invoice") List<Long> invoices,
      @QueryParam("amount") BigDecimal amount,
      @Context Request request) {
    Set<Long> named = invoices.stream().filter(Objects::nonNull).collect(Collectors.toSet());
    return Files.answer(transfers.pdf(id, named, amount), request);
  }
}
