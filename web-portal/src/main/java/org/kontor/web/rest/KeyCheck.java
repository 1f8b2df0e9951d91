package org.kontor.web.rest;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Map;
import org.kontor.crm.access.boundary.Caller;
import org.kontor.crm.access.boundary.Identity;
import org.kontor.crm.access.boundary.KnownKeys;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;

/**
 * Lets in who shows a live API key with the scope that the method names. What names neither a scope
 * nor openness is shut: forgetting closes, it does not open.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
public class KeyCheck implements ContainerRequestFilter {

  private static final String SCHEME = "Bearer ";

  @Context ResourceInfo resource;
  @Context HttpServletRequest servlet;
  @Inject KnownKeys keys;
  @Inject Caller caller;
  @Inject FailedLogins failures;

  @Override
  public void filter(ContainerRequestContext request) {
    Method method = resource.getResourceMethod();
    if (method == null || method.isAnnotationPresent(Open.class)) {
      return;
    }
    Identity identity = authenticated(request.getHeaderString(HttpHeaders.AUTHORIZATION));
    Scoped scoped = method.getAnnotation(Scoped.class);
    if (scoped == null || !identity.may(scoped.value())) {
      throw new Problem(
              ProblemCode.FORBIDDEN,
              "",
              "This API key has no right to do that",
              "Use a key with the scope " + (scoped == null ? "" : scoped.value()) + ".",
              scoped == null ? Map.of() : Map.of("scope", scoped.value()))
          .asException();
    }
    caller.becomes(identity);
  }

  private Identity authenticated(String header) {
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw unauthenticated("No API key was sent");
    }
    return keys.authenticate(header.substring(SCHEME.length()).strip())
        .orElseThrow(
            () -> {
              failures.count(servlet.getRemoteAddr());
              return unauthenticated("The API key is unknown or revoked");
            });
  }

  private static Refused unauthenticated(String detail) {
    return Problem.of(
            ProblemCode.UNAUTHENTICATED,
            "Authorization",
            detail,
            "Send the header Authorization: Bearer <API key>.")
        .asException();
  }
}
