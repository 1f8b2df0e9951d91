package org.kontor.web.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** The programs' door: everything that a person can do in the portal, version 1. */
@ApplicationPath("/api/v1")
@OpenAPIDefinition(
    info =
        @Info(
            title = "Kontor",
            version = "1",
            description =
                """
                The counting house of a software vendor.

                Every call shows an API key: `Authorization: Bearer <key>`; a key has scopes and may be
                bound to one vendor, and then whatever belongs to another vendor does not exist.
                A POST with `Idempotency-Key` may be repeated: it is done once and answered alike, with
                `Idempotent-Replay: true`. Lists are read by `limit` (1 to 200) and `after`, which takes
                the `next` of the page before. `ETag` is a version; `If-Match` refuses a change of what
                somebody else changed meanwhile. Money is a decimal string beside its currency; dates
                are ISO 8601. Fields that are not described are refused. A refusal is a problem of RFC
                9457 with a stable `code`, the `field` at fault and how to mend it.\
                """),
    security = @SecurityRequirement(name = "key"),
    components =
        @Components(
            securitySchemes =
                @SecurityScheme(
                    securitySchemeName = "key",
                    type = SecuritySchemeType.HTTP,
                    scheme = "bearer",
                    description = "An API key"),
            schemas = @Schema(name = "Problem", implementation = ProblemBody.class),
            responses =
                @APIResponse(
                    name = "Refused",
                    description = "A refusal",
                    content =
                        @Content(
                            mediaType = ProblemBody.MEDIA_TYPE,
                            schema = @Schema(implementation = ProblemBody.class)))))
public class RestApplication extends Application {}
