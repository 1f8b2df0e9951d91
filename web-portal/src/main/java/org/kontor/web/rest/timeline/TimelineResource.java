package org.kontor.web.rest.timeline;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.billing.timeline.boundary.TimelineView;
import org.kontor.billing.timeline.boundary.Timelines;
import org.kontor.billing.timeline.boundary.Timelines.Detail;
import org.kontor.crm.access.boundary.Scope;
import org.kontor.web.rest.Scoped;

/** What will happen to a subscription. */
@Path("subscriptions/{id}/timeline")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "subscriptions")
public class TimelineResource {

  @Inject private Timelines timelines;

  @GET
  @Scoped(Scope.READ)
  @Operation(
      summary = "What will happen if nothing is done, or if something is paid",
      description =
          "Charges, invoices and their due days, the day the balance is exhausted, each stage of"
              + " access by audience with its moment, the end of a promise, notices, deletion and"
              + " purge, foretold by the same functions as the runs. What is taken for granted"
              + " stands in the answer. Writes nothing.")
  @APIResponse(
      responseCode = "200",
      description = "In the order in which it happens",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples = @ExampleObject(name = "ladder", value = Examples.LADDER)))
  public TimelineView foretell(
      @PathParam("id") long id,
      @Parameter(description = "Last day, at most 400 ahead; 120 when left out")
          @QueryParam("until")
          LocalDate until,
      @Parameter(
              description =
                  "A payment that is assumed, as amount@moment in the seller's local time; may be"
                      + " sent up to 12 times",
              example = "19.00@2026-12-05T10:00")
          @QueryParam("pay")
          List<String> pay,
      @Parameter(description = "DAYS for each daily charge; else those of a month as one")
          @QueryParam("detail")
          Detail detail) {
    return timelines.foretell(id, until, pay, detail);
  }
}
