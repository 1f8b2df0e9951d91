package org.kontor.web.rest.usage;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.billing.charging.boundary.UsageView;
import org.kontor.billing.charging.boundary.UsedMonths;
import org.kontor.crm.access.boundary.Scope;
import org.kontor.web.rest.Scoped;

/** What a subscription used. */
@Path("subscriptions/{id}/usage")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "usage", description = "Facts about use, and use by day")
public class UsageResource {

  @Inject private UsedMonths usedMonths;

  @GET
  @Scoped(Scope.READ)
  @Operation(
      summary = "Use of a month by day; of the current month also what it costs so far (S3.22)")
  public UsageView of(@PathParam("id") long id, @QueryParam("month") YearMonth month) {
    return usedMonths.of(id, month);
  }
}
