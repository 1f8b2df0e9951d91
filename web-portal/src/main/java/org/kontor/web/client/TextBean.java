package org.kontor.web.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.kontor.domain.problem.Problem;
import org.kontor.web.text.Catalogue;

/** The words of a page: {@code #{t.of('money.balance')}}. */
@RequestScoped
@Named("t")
public class TextBean {

  @Inject private Visit visit;

  public String of(String key) {
    return catalogue().text(key);
  }

  public String of(String key, Object first) {
    return catalogue().text(key, first);
  }

  public String of(String key, Object first, Object second) {
    return catalogue().text(key, first, second);
  }

  public String of(String key, Object first, Object second, Object third) {
    return catalogue().text(key, first, second, third);
  }

  /** A refusal in the reader's language. */
  public String problem(Problem problem) {
    if (problem.data().get("retryAfterSeconds") instanceof Number seconds) {
      return of("access.error.wait", (seconds.longValue() + 59) / 60);
    }
    return catalogue()
        .problem(problem)
        .orElseGet(() -> catalogue().text("common.problem.other", problem.code()));
  }

  /** A payment method by its name; by its code where the vendor has one of its own. */
  public String method(String code) {
    String key = "money.method." + code;
    return catalogue().has(key) ? catalogue().text(key) : code;
  }

  private Catalogue catalogue() {
    return Catalogue.in(visit.getLanguage());
  }
}
