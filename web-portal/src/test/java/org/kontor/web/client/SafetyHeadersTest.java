package org.kontor.web.client;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each answer carries (QUALITY S3). */
class SafetyHeadersTest {

  @Test
  void browsers_stay_with_tls_for_two_years_and_plain_answers_do_not_say_so() {
    assertThat(answer(true, "/client/home"))
        .containsEntry("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
    assertThat(answer(false, "/client/home")).doesNotContainKey("Strict-Transport-Security");
  }

  @ParameterizedTest
  @CsvSource({
    "/client/home, no-store",
    "/, no-store",
    "/client/resources/kontor/x, no-store",
    "/resources/kontor/mark.svg, 'public, max-age=86400'",
    "/resources/kontor/fonts/a.woff2, 'public, max-age=31536000, immutable'"
  })
  void data_is_kept_nowhere(String path, String kept) {
    assertThat(answer(false, path)).containsEntry("Cache-Control", kept);
  }

  @Test
  void what_says_nothing_else_runs_nothing_and_stands_in_no_frame() {
    assertThat(answer(false, "/nowhere").get("Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'none'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
  }

  private static Map<String, String> answer(boolean secure, String path) {
    Map<String, String> headers = new TreeMap<>();
    HttpServletRequest request =
        said(
            HttpServletRequest.class,
            (name, arguments) -> name.equals("isSecure") ? (Object) secure : path);
    HttpServletResponse response =
        said(
            HttpServletResponse.class,
            (name, arguments) -> headers.put((String) arguments[0], (String) arguments[1]));
    SafetyHeaders.begin(request, response);
    return headers;
  }

  private static <T> T said(Class<T> type, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              Object given = answer.to(method.getName(), arguments);
              return method.getReturnType() == void.class ? null : given;
            }));
  }

  /** What a method gives. */
  private interface Answer {
    Object to(String method, Object[] arguments);
  }
}
