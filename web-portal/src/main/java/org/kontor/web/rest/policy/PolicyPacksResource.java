package org.kontor.web.rest.policy;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.billing.policy.boundary.PackChange;
import org.kontor.billing.policy.boundary.PackCheck;
import org.kontor.billing.policy.boundary.PackInForce;
import org.kontor.billing.policy.boundary.PackSource;
import org.kontor.billing.policy.boundary.PackSummary;
import org.kontor.billing.policy.boundary.PackVersion;
import org.kontor.billing.policy.boundary.PolicyPacks;
import org.kontor.crm.access.boundary.Scope;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.web.rest.Open;
import org.kontor.web.rest.Scoped;
import org.kontor.web.rest.SentText;

/** Policy packs: every number of a vendor's rules, by version. */
@Path("policy-packs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "policy-packs", description = "Rules of vendors: import, check, compare, export")
public class PolicyPacksResource {

  private static final String YAML = "application/yaml";
  private static final String BODY = "body";
  private static final String PACK =
      "Send the policy pack as YAML or JSON; GET /policy-packs/schema says how.";

  @Inject private PolicyPacks packs;

  @GET
  @Scoped(Scope.READ)
  @Operation(summary = "Vendors with the versions of their policy")
  public Page<PackSummary> list() {
    return new Page<>(packs.list(), null);
  }

  @POST
  @Scoped(Scope.POLICY_WRITE)
  @Consumes({YAML, "application/x-yaml", "text/yaml", MediaType.APPLICATION_JSON, "text/plain"})
  @Operation(
      summary = "Import a version",
      description =
          "Body: the pack as YAML or JSON. The first version makes the vendor. A refused pack"
              + " answers POLICY_INVALID with data.errors: line, column, path, reason and mend of"
              + " each.")
  public Response importPack(
      byte[] body,
      @Parameter(description = "vendor code to use instead of the file's own") @QueryParam("as")
          String as,
      @Parameter(description = "name of the file, for messages")
          @QueryParam("file")
          @DefaultValue(BODY)
          String file,
      @Context UriInfo uri) {
    PackVersion version = packs.importPack(file, SentText.of(body, PACK), as);
    return Response.created(
            uri.getAbsolutePathBuilder()
                .path(version.code())
                .path("versions")
                .path(Integer.toString(version.version()))
                .build())
        .entity(version)
        .build();
  }

  @POST
  @Path("check")
  @Scoped(Scope.READ)
  @Consumes({YAML, "application/x-yaml", "text/yaml", MediaType.APPLICATION_JSON, "text/plain"})
  @Operation(summary = "Say what an import would say, and import nothing")
  public PackCheck check(
      byte[] body,
      @QueryParam("as") String as,
      @QueryParam("file") @DefaultValue(BODY) String file) {
    return packs.check(file, SentText.of(body, PACK), as);
  }

  @GET
  @Path("schema")
  @Open("It describes the format and shows nothing of a vendor")
  @Produces("application/schema+json")
  @Operation(summary = "JSON Schema of a policy pack")
  public byte[] schema() {
    return packs.schema().getBytes(StandardCharsets.UTF_8);
  }

  @GET
  @Path("{code}")
  @Scoped(Scope.READ)
  @Operation(summary = "The settings in force on a day, today when none is given")
  public PackInForce inForce(@PathParam("code") String code, @QueryParam("on") LocalDate on) {
    return packs.inForce(code, on);
  }

  @GET
  @Path("{code}/versions/{version}")
  @Scoped(Scope.READ)
  @Produces({YAML, MediaType.APPLICATION_JSON})
  @Operation(summary = "Export a version, exactly as it was imported")
  public Response source(@PathParam("code") String code, @PathParam("version") int version) {
    PackSource source = packs.source(code, version);
    String name = code + "-" + version + (source.json() ? ".json" : ".yaml");
    return Response.ok(source.text().getBytes(StandardCharsets.UTF_8))
        .type(source.json() ? MediaType.APPLICATION_JSON : YAML + ";charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .build();
  }

  @GET
  @Path("{code}/diff")
  @Scoped(Scope.READ)
  @Operation(summary = "What one version changed against another")
  public List<PackChange> diff(
      @PathParam("code") String code,
      @QueryParam("from") Integer from,
      @QueryParam("to") Integer to) {
    return packs.diff(code, given("from", from), given("to", to));
  }

  private static int given(String name, Integer version) {
    if (version == null) {
      throw Problem.of(
              ProblemCode.MISSING_VALUE,
              name,
              "The version is missing",
              "Send from and to, for example ?from=1&to=2.")
          .asException();
    }
    return version;
  }
}
