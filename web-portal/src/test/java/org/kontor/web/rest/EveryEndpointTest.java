package org.kontor.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.junit.jupiter.api.Test;
import org.kontor.crm.access.boundary.Scope;
import org.kontor.domain.problem.Refused;

/** What must hold for each endpoint there is, so that a new one cannot forget it. */
class EveryEndpointTest {

  private final List<Method> endpoints = Endpoints.all();

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
        .filteredOn(endpoint -> !Endpoints.verb(endpoint).equals(HttpMethod.GET))
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
