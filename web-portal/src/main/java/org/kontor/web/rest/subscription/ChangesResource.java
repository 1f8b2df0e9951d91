package org.kontor.web.rest.subscription;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.billing.subscription.boundary.ChangeAnswer;
import org.kontor.billing.subscription.boundary.ChangeView;
import org.kontor.billing.subscription.boundary.PlanChanges;
import org.kontor.billing.subscription.boundary.WantedChange;
import org.kontor.crm.access.boundary.Scope;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.web.rest.Answers;
import org.kontor.web.rest.Body;
import org.kontor.web.rest.Scoped;

/** Changes of plan and components. */
@Path("subscriptions/{id}/changes")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "subscriptions")
public class ChangesResource {

  @Inject private PlanChanges changes;

  @POST
  @Scoped(Scope.SUBSCRIPTIONS_WRITE)
  @Operation(
      summary = "Change the plan, components, or both",
      description =
          "What gives more happens at once, what takes away on the next 1st and only if usage meets"
              + " every limit: LIMITS_NOT_MET lists each one with used and allowed. Quantities are"
              + " the new ones, not differences.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples = {
                @ExampleObject(name = "components", value = Examples.CHANGE),
                @ExampleObject(name = "downgrade", value = Examples.DOWNGRADE)
              }))
  public Response request(
      @PathParam("id") long id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      WantedChange sent) {
    ChangeAnswer answer =
        changes.request(id, Body.required(sent), Answers.expectedVersion(ifMatch));
    return Response.status(Response.Status.CREATED)
        .entity(answer)
        .tag(new EntityTag(Integer.toString(answer.version())))
        .build();
  }

  @POST
  @Path("preview")
  @Scoped(Scope.READ)
  @Operation(
      summary = "What a change would do and cost",
      description = "The same decision as the change itself, refusals included; nothing is stored.")
  public ChangeAnswer preview(@PathParam("id") long id, WantedChange sent) {
    return changes.preview(id, Body.required(sent));
  }

  @GET
  @Scoped(Scope.READ)
  @Operation(summary = "All changes of a subscription, oldest first")
  public Page<ChangeView> list(@PathParam("id") long id) {
    List<ChangeView> all = changes.list(id);
    return new Page<>(all, null);
  }

  @DELETE
  @Path("{changeId}")
  @Scoped(Scope.SUBSCRIPTIONS_WRITE)
  @Operation(summary = "Withdraw a change that waits")
  public void withdraw(
      @PathParam("id") long id,
      @PathParam("changeId") long changeId,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
    changes.withdraw(id, changeId, Answers.expectedVersion(ifMatch));
  }
}
