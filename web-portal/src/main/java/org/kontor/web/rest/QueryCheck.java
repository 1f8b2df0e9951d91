package org.kontor.web.rest;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;

/**
 * Refuses what a query says and nobody reads: a misspelt or empty filter would answer with
 * everything. Each operation declares its parameters; what it does not declare does not exist.
 */
@Provider
@Priority(Priorities.HEADER_DECORATOR)
@ApplicationScoped
public class QueryCheck implements ContainerRequestFilter {

  private static final int SHOWN = 60;

  private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

  @Context ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    Method method = resource.getResourceMethod();
    if (method != null) {
      check(
          known.computeIfAbsent(method, QueryCheck::declared),
          request.getUriInfo().getQueryParameters().keySet());
      once(request.getUriInfo().getQueryParameters());
    }
  }

  /** An empty filter, or the second of two, would not be read: the answer would hold too much. */
  static void once(Map<String, List<String>> sent) {
    sent.forEach(
        (name, values) -> {
          if (values.size() != 1 || values.get(0).isEmpty()) {
            throw Problem.of(
                    ProblemCode.INVALID_VALUE,
                    name,
                    values.size() == 1 ? "The parameter is empty" : "The parameter is sent twice",
                    "Send it once with a value, or leave it out.")
                .asException();
          }
        });
  }

  static void check(Set<String> declared, Set<String> sent) {
    for (String name : sent) {
      if (!declared.contains(name)) {
        throw Problem.of(
                ProblemCode.UNKNOWN_FIELD,
                name.length() <= SHOWN ? name : name.substring(0, SHOWN) + "…",
                "There is no such parameter in this query",
                declared.isEmpty()
                    ? "Leave it out: nothing can be asked here."
                    : "Leave it out, or use one of: " + String.join(", ", declared) + ".")
            .asException();
      }
    }
  }

  /** Names of the parameters that an operation declares, in order. */
  static Set<String> declared(Method method) {
    return Arrays.stream(method.getParameters())
        .filter(parameter -> parameter.isAnnotationPresent(QueryParam.class))
        .map((Parameter parameter) -> parameter.getAnnotation(QueryParam.class).value())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
