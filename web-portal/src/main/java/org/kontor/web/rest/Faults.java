package org.kontor.web.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;

/**
 * Finds what a caller may know in an exception, however deep the container wrapped it. Empty when
 * it is a fault of ours.
 */
final class Faults {

  private static final int DEPTH = 20;
  private static final Set<String> WORTH_RETRYING =
      Set.of("40001", "40P01", "55P03", "57014"); // serialisation, deadlock, lock and time-outs

  private Faults() {}

  static Optional<Problem> expected(Throwable thrown) {
    Throwable at = thrown;
    Problem outer = null;
    for (int i = 0; at != null && i < DEPTH; i++, at = at.getCause()) {
      if (at instanceof Refused refused) {
        return Optional.of(refused.problem());
      }
      if (at instanceof JsonProcessingException json) {
        // The outermost knows the path of the field; a Refused may still lie deeper.
        return refusedBelow(json).or(() -> Optional.of(JsonFault.of(json)));
      }
      Problem here = known(at);
      // An HTTP exception is only the wrapping of what caused it.
      if (here != null && !(at instanceof WebApplicationException)) {
        outer = here;
      } else if (outer == null) {
        outer = here;
      }
    }
    return Optional.ofNullable(outer);
  }

  private static Optional<Problem> refusedBelow(Throwable thrown) {
    Throwable at = thrown;
    for (int i = 0; at != null && i < DEPTH; i++, at = at.getCause()) {
      if (at instanceof Refused refused) {
        return Optional.of(refused.problem());
      }
    }
    return Optional.empty();
  }

  private static Problem known(Throwable at) {
    if (at instanceof OptimisticLockException) {
      return concurrent();
    }
    if (at instanceof SQLException sql) {
      return ofDatabase(sql);
    }
    if (at instanceof WebApplicationException http) {
      return ofHttp(http.getResponse().getStatus());
    }
    return null;
  }

  private static Problem concurrent() {
    return Problem.of(
        ProblemCode.CONCURRENT_CHANGE,
        "",
        "Somebody else changed this at the same time; nothing was changed by this call",
        "Read it again and repeat the change.");
  }

  private static Problem ofDatabase(SQLException fault) {
    String state = fault.getSQLState() == null ? "" : fault.getSQLState();
    if (state.equals("23505")) {
      return Problem.of(
          ProblemCode.ALREADY_EXISTS,
          "",
          "This exists already; nothing was changed",
          "Read what exists; use another reference or key for something new.");
    }
    if (WORTH_RETRYING.contains(state)) {
      return concurrent();
    }
    if (state.startsWith("22")) {
      return Problem.of(
          ProblemCode.INVALID_VALUE,
          "",
          "A value cannot be stored: a character or a size that the database refuses",
          "Check the values for control characters and absurd sizes.");
    }
    if (state.startsWith("08")
        || state.startsWith("57")
        || state.startsWith("53")
        || String.valueOf(fault.getMessage()).contains("IJ0006")
        || String.valueOf(fault.getMessage()).contains("IJ0004")) {
      return Problem.of(
          ProblemCode.UNAVAILABLE,
          "",
          "The database does not answer; we are back soon",
          "Repeat the call later with the same Idempotency-Key.");
    }
    return null;
  }

  private static Problem ofHttp(int status) {
    return switch (status) {
      case 400 ->
          Problem.of(
              ProblemCode.MALFORMED_BODY,
              "",
              "The request cannot be read",
              "Check address, headers and body against the API description.");
      case 401 ->
          Problem.of(
              ProblemCode.UNAUTHENTICATED,
              "Authorization",
              "No API key was sent",
              "Send the header Authorization: Bearer <API key>.");
      case 403 ->
          Problem.of(ProblemCode.FORBIDDEN, "", "This is not allowed", "Use another API key.");
      case 404 ->
          Problem.of(
              ProblemCode.NOT_FOUND,
              "",
              "There is nothing at this address",
              "Check the address against the API description.");
      case 405 ->
          Problem.of(
              ProblemCode.METHOD_NOT_ALLOWED,
              "",
              "This method is not offered at this address",
              "See the header Allow.");
      case 406, 415 ->
          Problem.of(
              ProblemCode.UNSUPPORTED_MEDIA_TYPE,
              "Content-Type",
              "This media type is not offered at this address",
              "Send and accept application/json.");
      default -> null;
    };
  }
}
