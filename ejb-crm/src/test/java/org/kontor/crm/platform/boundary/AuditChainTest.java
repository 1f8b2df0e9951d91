package org.kontor.crm.platform.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.crm.platform.boundary.AuditChain.Entry;

class AuditChainTest {

  private static final Instant AT = Instant.parse("2026-03-01T00:00:00.123456789Z");

  private final List<Entry> chain = new ArrayList<>();

  @BeforeEach
  void three_entries() {
    for (String subject : new String[] {"api-key/1", "api-key/2", "customer/3"}) {
      Optional<Entry> last =
          chain.isEmpty() ? Optional.empty() : Optional.of(chain.get(chain.size() - 1));
      chain.add(AuditChain.next(last, AT, "api-key/9", "did", subject, "{}"));
    }
  }

  private int firstBroken(List<Entry> entries) {
    Optional<Entry> last = Optional.empty();
    for (int i = 0; i < entries.size(); i++) {
      if (!AuditChain.follows(last, entries.get(i))) {
        return i;
      }
      last = Optional.of(entries.get(i));
    }
    return -1;
  }

  @Test
  void an_untouched_chain_holds() {
    assertThat(firstBroken(chain)).isEqualTo(-1);
    assertThat(chain).extracting(Entry::seq).containsExactly(1L, 2L, 3L);
  }

  @Test
  void a_changed_entry_is_found() {
    Entry was = chain.get(1);
    chain.set(
        1, new Entry(2, was.recordedAt(), was.actor(), "did not", was.subject(), "{}", was.hash()));
    assertThat(firstBroken(chain)).isEqualTo(1);
  }

  @Test
  void text_that_moves_from_one_column_to_the_next_is_found() {
    Entry was = chain.get(0);
    Entry moved = new Entry(1, was.recordedAt(), was.actor(), "di", "dapi-key/1", "{}", was.hash());
    assertThat(AuditChain.follows(Optional.empty(), moved)).isFalse();
  }

  @Test
  void a_missing_and_an_inserted_entry_are_found() {
    List<Entry> without = new ArrayList<>(chain);
    without.remove(1);
    assertThat(firstBroken(without)).isEqualTo(1);
    List<Entry> swapped = List.of(chain.get(0), chain.get(2), chain.get(1));
    assertThat(firstBroken(swapped)).isEqualTo(1);
  }
}
