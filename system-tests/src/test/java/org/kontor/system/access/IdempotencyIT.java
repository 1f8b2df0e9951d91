package org.kontor.system.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.system.base.Api;
import org.kontor.system.base.Api.Answer;
import org.kontor.system.base.SystemTest;
import org.kontor.system.story.Book;
import org.kontor.system.story.Rest;
import org.kontor.system.story.Vendor;

/** The same call twice is done once, with the key of the call and without. */
@SystemTest
class IdempotencyIT {

  private static final int CALLERS = 24;

  private Api api;
  private Vendor prim;

  @BeforeEach
  void a_vendor(Api server) {
    api = server;
    prim = Book.begin(new Rest(server), "2026-03-01").vendor("prim");
  }

  private static List<Answer> atOnce(IntFunction<Answer> call) throws Exception {
    CyclicBarrier barrier = new CyclicBarrier(CALLERS);
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    try {
      List<Callable<Answer>> calls = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        int caller = i;
        calls.add(
            () -> {
              barrier.await();
              return call.apply(caller);
            });
      }
      List<Answer> answers = new ArrayList<>();
      for (Future<Answer> answer : callers.invokeAll(calls)) {
        answers.add(answer.get());
      }
      return answers;
    } finally {
      callers.shutdownNow();
    }
  }

  @Test
  void one_key_sent_by_many_at_once_is_one_call() throws Exception {
    Map<String, Object> body = prim.request("Mill");
    Api keyed = api.with("Idempotency-Key", "one-key");
    List<Answer> answers = atOnce(caller -> keyed.post("customers", body));
    assertThat(answers).allMatch(answer -> answer.status() == 201 || answer.status() == 409);
    assertThat(answers)
        .filteredOn(answer -> answer.status() == 409)
        .allMatch(answer -> answer.text().contains("IDEMPOTENCY_IN_PROGRESS"));
    Answer again = keyed.post("customers", body).expect(201);
    assertThat(again.header("Idempotent-Replay")).isEqualTo("true");
    assertThat(again.header("Location")).endsWith(again.json().path("id").asText());
    assertThat(answers)
        .filteredOn(answer -> answer.status() == 201)
        .allMatch(answer -> answer.text().equals(again.text()));
    assertThat(answers)
        .filteredOn(
            answer -> answer.status() == 201 && answer.header("Idempotent-Replay").isEmpty())
        .hasSize(1);
  }

  @Test
  void the_natural_key_holds_where_no_key_was_sent() throws Exception {
    Map<String, Object> body = prim.request("Mill");
    List<Answer> answers = atOnce(caller -> api.post("customers", body));
    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 201)
        .allMatch(answer -> answer.text().contains("ALREADY_EXISTS"));
  }

  @Test
  void a_key_is_not_used_for_another_call_and_a_refusal_does_not_use_it_up() {
    Api keyed = api.with("Idempotency-Key", "other-key");
    Map<String, Object> wrong = prim.request("Mill");
    wrong.put("currency", "LEI");
    keyed.post("customers", wrong).expect(422);
    keyed.post("customers", prim.request("Mill")).expect(201);
    Answer reused = keyed.post("customers", prim.request("Other mill")).expect(422);
    assertThat(reused.json().path("code").asText()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void a_bulk_call_may_be_repeated_and_tells_what_was_there() {
    List<Map<String, Object>> many = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      many.add(prim.request("Mill " + i));
    }
    many.add(prim.request("Mill 7"));
    Map<String, Object> bad = prim.request("Bad mill");
    bad.remove("address");
    many.add(bad);
    Answer first = api.post("customers/bulk", Map.of("customers", many)).expect(200);
    assertThat(first.json().path("created").asInt()).isEqualTo(500);
    assertThat(first.json().path("existing").asInt()).isEqualTo(1);
    assertThat(first.json().at("/results/501/field").asText()).isEqualTo("customers[501].address");
    Answer second = api.post("customers/bulk", Map.of("customers", many)).expect(200);
    assertThat(second.json().path("created").asInt()).isZero();
    assertThat(second.json().path("existing").asInt()).isEqualTo(501);
    assertThat(second.json().at("/results/3/id")).isEqualTo(first.json().at("/results/3/id"));
  }
}
