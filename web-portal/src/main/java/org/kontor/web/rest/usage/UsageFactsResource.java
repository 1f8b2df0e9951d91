package org.kontor.web.rest.usage;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.billing.usage.boundary.FactReceipt;
import org.kontor.billing.usage.boundary.FactReceipt.State;
import org.kontor.billing.usage.boundary.FactResults;
import org.kontor.billing.usage.boundary.NewFact;
import org.kontor.billing.usage.boundary.NewFacts;
import org.kontor.billing.usage.boundary.UsageFacts;
import org.kontor.crm.access.boundary.Scope;
import org.kontor.web.rest.Body;
import org.kontor.web.rest.Scoped;

/** Facts about use. */
@Path("usage-facts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "usage", description = "Facts about use, and use by day")
public class UsageFactsResource {

  @Inject private UsageFacts facts;

  @POST
  @Scoped(Scope.USAGE_WRITE)
  @Operation(
      summary = "Record one fact",
      description =
          "Subscription, metric and key are its natural key: the same again is answered 200"
              + " REPLAYED, another content is IDEMPOTENCY_KEY_REUSED. A day that is charged takes"
              + " only facts with correction: true.")
  public Response record(NewFact sent) {
    FactReceipt receipt = facts.record(Body.required(sent));
    return Response.status(receipt.state() == State.RECORDED ? 201 : 200).entity(receipt).build();
  }

  @POST
  @Path("bulk")
  @Scoped(Scope.USAGE_WRITE)
  @Operation(
      summary = "Record up to 10000 facts",
      description =
          "Each is recorded, known already or refused by itself, with its index; repeating the call"
              + " changes nothing.")
  public FactResults recordAll(NewFacts sent) {
    return facts.recordAll(Body.required(sent));
  }
}
