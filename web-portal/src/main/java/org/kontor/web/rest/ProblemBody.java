package org.kontor.web.rest;

import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kontor.domain.problem.Problem;

/**
 * A refusal as RFC 9457 writes it, with our own members.
 *
 * @param code stable, for programs
 * @param field JSON path or parameter at fault; absent when it is none
 * @param mend what the caller can do
 * @param data figures for programs, for example used and allowed
 * @param instance the request's id, also in the header X-Request-Id and in our log
 */
@Schema(
    name = "Problem",
    description = "A refusal (RFC 9457), with a stable code and how to mend it.")
public record ProblemBody(
    @Schema(example = "urn:kontor:problem:limits-not-met") String type,
    @Schema(example = "Limits not met") String title,
    @Schema(example = "409") int status,
    @Schema(example = "LIMITS_NOT_MET") String code,
    @Schema(example = "components.documents") String field,
    String detail,
    String mend,
    Map<String, Object> data,
    String instance) {

  public static final String MEDIA_TYPE = "application/problem+json";

  static ProblemBody of(Problem problem, int status, String requestId) {
    String words = problem.code().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return new ProblemBody(
        "urn:kontor:problem:" + words.replace(' ', '-'),
        Character.toUpperCase(words.charAt(0)) + words.substring(1),
        status,
        problem.code().name(),
        problem.field() == null || problem.field().isEmpty() ? null : problem.field(),
        problem.detail(),
        problem.mend(),
        problem.data().isEmpty() ? null : problem.data(),
        requestId);
  }
}
