package org.kontor.web.rest.wallet;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.billing.statement.boundary.StatementCheck;
import org.kontor.billing.statement.boundary.Statements;
import org.kontor.crm.identity.boundary.Tries;
import org.kontor.web.rest.Body;
import org.kontor.web.rest.NeverStored;
import org.kontor.web.rest.Open;

/** Whether a statement's figures are those that were signed. */
@RequestScoped
@Path("statement-checks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "wallet")
public class StatementChecksResource {

  /** Of one network address in a minute: more than anybody copies. */
  private static final int CHECKS = 60;

  private static final Duration WINDOW = Duration.ofMinutes(1);

  @Inject private Statements statements;
  @Inject private Tries tries;
  @Context private HttpServletRequest servlet;

  @POST
  @NeverStored
  @Open("Who holds a statement checks it; the answer says nothing that its seal does not say")
  @Operation(
      summary = "Check the seal of a statement, and read the figures that were signed",
      description =
          "Blanks and line ends in the seal do not count. Compare the figures with the paper;"
              + " docs/documents.md says how their digest is made. 60 a minute from one network"
              + " address; more are answered 429 with Retry-After.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples =
                  @ExampleObject(name = "a copied seal", value = "{\"seal\": \"eyJ.e30.AA\"}")))
  public StatementCheck check(Sent sent) {
    tries.count("statement check at " + servlet.getRemoteAddr(), CHECKS, WINDOW);
    return statements.check(Body.required(sent).seal());
  }

  /**
   * @param seal as it stands on the last page of the statement
   */
  public record Sent(String seal) {}
}
