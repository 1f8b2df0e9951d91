package org.kontor.web.rest.restriction;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.billing.access.boundary.TransferProofFile;
import org.kontor.billing.access.boundary.TransferProofView;
import org.kontor.billing.access.boundary.TransferProofs;
import org.kontor.crm.access.boundary.Scope;
import org.kontor.domain.payment.PaymentProof;
import org.kontor.web.rest.Files;
import org.kontor.web.rest.Scoped;

/** The bank's confirmation of a transfer that was announced. */
@RequestScoped
@Path("transfer-notices/{caseId}/proof")
@Tag(name = "access")
public class TransferProofsResource {

  private static final String PDF = "application/pdf";
  private static final String PNG = "image/png";
  private static final String JPEG = "image/jpeg";

  @Inject private TransferProofs proofs;

  @PUT
  @Scoped(Scope.ACCESS_WRITE)
  @Consumes(MediaType.WILDCARD)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Add the bank's confirmation to a notice, or replace it",
      description =
          "Body: the file itself, PDF, PNG or JPEG of 1 byte to 5 MiB. What it is, is told by its"
              + " content, never by its name or by Content-Type. The same once more changes"
              + " nothing. MISSING_VALUE of an empty file, TOO_LARGE, UNSUPPORTED_MEDIA_TYPE,"
              + " WRONG_STATE once the case is closed.")
  @RequestBody(
      content =
          @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public TransferProofView put(
      @PathParam("caseId") long caseId,
      @Parameter(
              description = "of the file; made harmless, with the extension of its type",
              example = "ordin-de-plata-117.pdf")
          @QueryParam("name")
          String name,
      byte[] content) {
    return proofs.put(caseId, null, PaymentProof.of(name, content));
  }

  @GET
  @Scoped(Scope.READ)
  @Produces({PDF, PNG, JPEG, MediaType.APPLICATION_JSON})
  @Operation(summary = "The bank's confirmation of a notice, as it came, to be saved")
  @APIResponse(
      responseCode = "200",
      description = "The file",
      content =
          @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response get(@PathParam("caseId") long caseId, @Context Request request) {
    TransferProofFile file = proofs.get(caseId);
    return Files.answer(file.name(), file.mediaType(), file.sha256(), file.content(), request);
  }
}
