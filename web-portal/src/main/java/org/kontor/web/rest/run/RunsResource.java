package org.kontor.web.rest.run;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.billing.run.boundary.PlannedBill;
import org.kontor.billing.run.boundary.RunView;
import org.kontor.billing.run.boundary.Runs;
import org.kontor.billing.run.boundary.Runs.ParkedAccount;
import org.kontor.billing.run.boundary.Runs.StartRun;
import org.kontor.crm.access.boundary.Scope;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.run.RunKind;
import org.kontor.domain.run.RunLauncher;
import org.kontor.web.rest.Scoped;

/** Runs: monthly invoicing, daily charging, settlement, renewals, trial ends, changes. */
@Path("runs")
@RequestScoped
@Tag(name = "runs", description = "Bulk work: plan it, start it, follow it")
public class RunsResource {

  @Inject private Runs runs;
  @Inject private RunLauncher launcher;

  @POST
  @Scoped(Scope.RUNS_WRITE)
  @Operation(
      summary = "Start a run, or plan it",
      description =
          "Answers at once with 202; follow the run at its Location. The same run asked for twice"
              + " is one run. A dry run is the plan that the real run would follow, changes"
              + " that wait for its day done, and books nothing; it is kept for"
              + " kontor.runs.dry-hours.")
  public Response start(StartRun asked, @Context UriInfo uri) {
    required(asked);
    runs.mayStart(asked);
    long id = launcher.start(asked.vendor(), asked.kind(), asked.date(), asked.dry());
    URI location = uri.getAbsolutePathBuilder().path(Long.toString(id)).build();
    return Response.accepted(runs.get(id)).location(location).build();
  }

  @GET
  @Scoped(Scope.READ)
  @Operation(summary = "Runs, newest first")
  public Page<RunView> list(
      @QueryParam("vendor") String vendor,
      @QueryParam("kind") RunKind kind,
      @QueryParam("after") String after,
      @QueryParam("limit") Integer limit) {
    return runs.list(vendor, kind, after, limit);
  }

  @GET
  @Path("{id}")
  @Scoped(Scope.READ)
  @Operation(summary = "One run with its progress, rate and time left")
  public RunView get(@PathParam("id") long id) {
    return runs.get(id);
  }

  @GET
  @Path("{id}/drafts")
  @Scoped(Scope.READ)
  @Operation(
      summary = "What the plan would bill, account by account and line by line",
      description =
          "Documents with lines as GET /invoices/{id} shows them, charges as GET /charges shows"
              + " them: of a dry run until it is thrown away, of a run that waits for approval"
              + " until its documents are issued.")
  public Page<PlannedBill> drafts(
      @PathParam("id") long id,
      @QueryParam("after") String after,
      @QueryParam("limit") Integer limit) {
    return runs.drafts(id, after, limit);
  }

  @GET
  @Path("{id}/parked")
  @Scoped(Scope.READ)
  @Operation(summary = "Accounts that were left out, each with the reason")
  public Page<ParkedAccount> parked(
      @PathParam("id") long id,
      @QueryParam("after") String after,
      @QueryParam("limit") Integer limit) {
    return runs.parked(id, after, limit);
  }

  @POST
  @Path("{id}/approval")
  @Scoped(Scope.RUNS_WRITE)
  @Operation(summary = "Let a run go on that a safety bound holds back")
  public Response approve(@PathParam("id") long id) {
    runs.approve(id);
    launcher.resume(id);
    return Response.accepted(runs.get(id)).build();
  }

  @POST
  @Path("{id}/parked/retry")
  @Scoped(Scope.RUNS_WRITE)
  @Operation(summary = "Do the parked accounts again; what was billed stays")
  public Response retry(@PathParam("id") long id) {
    runs.again(id);
    launcher.resume(id);
    return Response.accepted(runs.get(id)).build();
  }

  @DELETE
  @Path("{id}")
  @Scoped(Scope.RUNS_WRITE)
  @Operation(summary = "Throw a plan away")
  public void discard(@PathParam("id") long id) {
    runs.discard(id);
  }

  private static void required(StartRun asked) {
    if (asked == null || asked.vendor() == null || asked.kind() == null || asked.date() == null) {
      throw Problem.of(
              ProblemCode.MISSING_VALUE,
              "vendor",
              "a run needs vendor, kind and date",
              "Send all three, for example"
                  + " {\"vendor\": \"acme\",\"kind\":\"MONTHLY\",\"date\":\"2026-03-01\"}.")
          .asException();
    }
  }
}
