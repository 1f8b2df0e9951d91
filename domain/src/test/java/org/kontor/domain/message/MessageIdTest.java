package org.kontor.domain.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MessageIdTest {

  @Test
  void is_the_same_for_the_same_document_and_recipient() {
    assertThat(id("invoice.issued", "7", "a@x.example", 0))
        .isEqualTo(id("invoice.issued", "7", "a@x.example", 0))
        .matches("<[0-9a-f]{40}@kontor\\.example>");
  }

  @Test
  void differs_with_each_of_its_parts() {
    Set<String> ids = new HashSet<>();
    for (String vendor : List.of("prim", "intrum")) {
      for (String topic : List.of("invoice.issued", "invoice.reminder")) {
        for (String key : List.of("7", "70")) {
          for (String template : List.of("t", "u")) {
            for (String to : List.of("a@x.example", "b@x.example")) {
              for (int copy = 0; copy < 2; copy++) {
                ids.add(MessageId.of(vendor, topic, key, template, to, copy, "kontor.example"));
              }
            }
          }
        }
      }
    }
    assertThat(ids).hasSize(64);
  }

  private static String id(String topic, String key, String recipient, int copy) {
    return MessageId.of("prim", topic, key, topic, recipient, copy, "kontor.example");
  }
}
