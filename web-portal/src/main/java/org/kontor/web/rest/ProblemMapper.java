package org.kontor.web.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;

/**
 * The one place where an exception becomes an answer (RFC 9457). Expected refusals carry their
 * code; everything else is logged under the request's id and shown as that id only.
 */
@Provider
@ApplicationScoped
public class ProblemMapper implements ExceptionMapper<Throwable> {

  private static final System.Logger LOG = System.getLogger(ProblemMapper.class.getName());

  @Inject RequestId requestId;

  @Override
  public Response toResponse(Throwable thrown) {
    if (thrown instanceof WebApplicationException http && http.getResponse().getStatus() < 400) {
      return http.getResponse();
    }
    Optional<Problem> expected = Faults.expected(thrown);
    expected.ifPresent(Unavailable::tell);
    Problem problem = expected.orElseGet(() -> incident(thrown));
    Response.ResponseBuilder answer = answer(problem, status(problem, thrown));
    if (thrown instanceof WebApplicationException http
        && http.getResponse().getHeaderString(HttpHeaders.ALLOW) != null) {
      answer.header(HttpHeaders.ALLOW, http.getResponse().getHeaderString(HttpHeaders.ALLOW));
    }
    return answer.build();
  }

  private Response.ResponseBuilder answer(Problem problem, int status) {
    Response.ResponseBuilder answer =
        Response.status(status)
            .type(ProblemBody.MEDIA_TYPE)
            .entity(ProblemBody.of(problem, status, requestId.value()));
    switch (problem.code()) {
      case UNAUTHENTICATED ->
          answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"kontor\"");
      case UNAVAILABLE, IDEMPOTENCY_IN_PROGRESS -> answer.header(HttpHeaders.RETRY_AFTER, 5);
      case TOO_MANY_REQUESTS ->
          answer.header(
              HttpHeaders.RETRY_AFTER,
              problem.data().getOrDefault("retryAfterSeconds", FailedLogins.WINDOW_SECONDS));
      default -> {
        // no further header
      }
    }
    return answer;
  }

  private static int status(Problem problem, Throwable thrown) {
    // 406 has no code of its own: to a program it is the same fault as 415.
    boolean notAcceptable =
        thrown instanceof WebApplicationException http && http.getResponse().getStatus() == 406;
    return notAcceptable ? 406 : problem.code().status();
  }

  private Problem incident(Throwable thrown) {
    LOG.log(System.Logger.Level.ERROR, "incident " + requestId.value(), thrown);
    return Problem.of(
        ProblemCode.INTERNAL,
        "",
        "Something went wrong on our side; it is recorded under " + requestId.value(),
        "Repeat the call later with the same Idempotency-Key; if it stays, tell us the id.");
  }
}
