package org.kontor.web.rest;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;

/** How resources answer alike: 201 with its place, ETag from the version, If-Match to a version. */
public final class Answers {

  private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,9})\"");

  private Answers() {}

  /** 201 with {@code Location} = the request's address + "/" + id. */
  public static Response created(UriInfo place, Object id, Object body) {
    return Response.created(place.getAbsolutePathBuilder().path(String.valueOf(id)).build())
        .entity(body)
        .build();
  }

  /** 201 with {@code Location} and {@code ETag}. */
  public static Response created(UriInfo place, Object id, Object body, int version) {
    return Response.created(place.getAbsolutePathBuilder().path(String.valueOf(id)).build())
        .entity(body)
        .tag(new EntityTag(Integer.toString(version)))
        .build();
  }

  /** 200 with {@code ETag}. */
  public static Response versioned(Object body, int version) {
    return Response.ok(body).tag(new EntityTag(Integer.toString(version))).build();
  }

  /**
   * The version that {@code If-Match} names; null when the header is absent or {@code *}. Whoever
   * stores compares it and refuses with CONCURRENT_CHANGE.
   */
  public static Integer expectedVersion(String ifMatch) {
    if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
      return null;
    }
    Matcher tag = TAG.matcher(ifMatch.strip());
    if (!tag.matches()) {
      throw Problem.of(
              ProblemCode.INVALID_VALUE,
              "If-Match",
              "If-Match is not an ETag of this API",
              "Send the ETag of the last answer, quotes included.")
          .asException();
    }
    return Integer.valueOf(tag.group(1));
  }
}
