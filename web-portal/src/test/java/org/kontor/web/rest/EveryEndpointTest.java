package org.kontor.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.junit.jupiter.api.Test;
import org.kontor.crm.access.boundary.Scope;
import org.kontor.domain.problem.Refused;

/** What must hold for each endpoint there is, so that a new one cannot forget it. */
class EveryEndpointTest {

  private final List<Method> endpoints = endpoints();

  @Test
  void names_the_scope_that_it_needs_or_says_that_it_is_open() {
    assertThat(endpoints)
        .isNotEmpty()
        .allSatisfy(
            endpoint ->
                assertThat(
                        endpoint.isAnnotationPresent(Scoped.class)
                            ^ endpoint.isAnnotationPresent(Open.class))
                    .as("%s has @Scoped or @Open", endpoint)
                    .isTrue());
    assertThat(endpoints)
        .filteredOn(endpoint -> endpoint.isAnnotationPresent(Scoped.class))
        .allSatisfy(
            endpoint -> assertThat(endpoint.getAnnotation(Scoped.class).value()).isIn(Scope.ALL));
  }

  @Test
  void changes_nothing_with_the_right_to_read() {
    assertThat(endpoints)
        .filteredOn(endpoint -> !verb(endpoint).equals(HttpMethod.GET))
        .filteredOn(endpoint -> endpoint.isAnnotationPresent(Scoped.class))
        .filteredOn(endpoint -> endpoint.getAnnotation(Scoped.class).value().equals(Scope.READ))
        .allSatisfy(
            endpoint ->
                assertThat(endpoint.getName())
                    .as("%s only computes", endpoint)
                    .containsPattern("(?i)preview|check"));
  }

  @Test
  void every_parameter_of_a_query_is_declared_where_the_check_looks() {
    assertThat(endpoints)
        .allSatisfy(
            endpoint ->
                assertThat(endpoint.getParameters())
                    .as("%s", endpoint)
                    .noneMatch(parameter -> parameter.isAnnotationPresent(BeanParam.class)));
    assertThat(endpoints)
        .extracting(Method::getDeclaringClass)
        .allSatisfy(
            resource ->
                assertThat(resource.getDeclaredFields())
                    .as("%s", resource)
                    .noneMatch(field -> field.isAnnotationPresent(QueryParam.class)));
    assertThatCode(() -> QueryCheck.check(Set.of("after", "limit"), Set.of("limit")))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> QueryCheck.check(Set.of("after", "limit"), Set.of("limits")))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.problem().field()).isEqualTo("limits"));
  }

  @Test
  void is_described() {
    assertThat(endpoints)
        .allSatisfy(
            endpoint -> {
              assertThat(endpoint.getAnnotation(Operation.class))
                  .as("%s has @Operation", endpoint)
                  .isNotNull();
              assertThat(endpoint.getAnnotation(Operation.class).summary())
                  .as("%s", endpoint)
                  .isNotBlank();
              assertThat(
                      endpoint.isAnnotationPresent(Tag.class)
                          || endpoint.getDeclaringClass().isAnnotationPresent(Tag.class))
                  .as("%s has @Tag", endpoint)
                  .isTrue();
            });
  }

  private static String verb(Method endpoint) {
    return Arrays.stream(endpoint.getAnnotations())
        .map(Annotation::annotationType)
        .map(type -> type.getAnnotation(HttpMethod.class))
        .filter(method -> method != null)
        .map(HttpMethod::value)
        .collect(Collectors.joining());
  }

  private static List<Method> endpoints() {
    try {
      java.nio.file.Path root =
          java.nio.file.Path.of(
              RestApplication.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      try (Stream<java.nio.file.Path> files = Files.walk(root.resolve("org/kontor/web"))) {
        return files
            .filter(file -> file.toString().endsWith(".class"))
            .map(file -> root.relativize(file).toString().replace('/', '.'))
            .map(name -> name.substring(0, name.length() - ".class".length()))
            .map(EveryEndpointTest::loaded)
            .filter(type -> type.isAnnotationPresent(Path.class))
            .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
            .filter(method -> !verb(method).isEmpty())
            .toList();
      }
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Class<?> loaded(String name) {
    try {
      return Class.forName(name, false, EveryEndpointTest.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void a_parameter_is_sent_once_and_with_a_value() {
    assertThatCode(() -> QueryCheck.once(Map.of("customer", List.of("7"))))
        .doesNotThrowAnyException();
    for (List<String> values : List.of(List.of(""), List.of("7", "8"), List.of("7", "7"))) {
      assertThatThrownBy(() -> QueryCheck.once(Map.of("customer", values)))
          .isInstanceOfSatisfying(
              Refused.class,
              refused -> assertThat(refused.problem().field()).isEqualTo("customer"));
    }
  }
}
