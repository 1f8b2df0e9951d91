package org.kontor.web.rest.restriction;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.billing.access.boundary.AccessCaseView;
import org.kontor.billing.access.boundary.AccessCasesList;
import org.kontor.crm.access.boundary.Scope;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.web.rest.Scoped;

/** Episodes of debt. */
@Path("access-cases")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "access")
public class AccessCasesResource {

  @Inject private AccessCasesList cases;

  @GET
  @Scoped(Scope.READ)
  @Operation(
      summary = "Open cases of a vendor, or all cases of one subscription, oldest first",
      description = "Who is not restricted, nor about to be, has none.")
  public Page<AccessCaseView> list(
      @QueryParam("vendor") String vendor,
      @QueryParam("subscription") Long subscription,
      @QueryParam("after") String after,
      @QueryParam("limit") Integer limit) {
    return subscription == null
        ? cases.open(vendor, after, limit)
        : cases.ofSubscription(subscription, after, limit);
  }
}
