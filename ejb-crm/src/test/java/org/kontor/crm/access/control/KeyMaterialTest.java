package org.kontor.crm.access.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyMaterialTest {

  @Test
  void a_key_has_256_bits_behind_a_prefix_that_scanners_know() {
    Set<String> keys = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      keys.add(KeyMaterial.newKey());
    }
    assertThat(keys).hasSize(1_000).allMatch(key -> key.matches("kontor_[A-Za-z0-9_-]{43}"));
  }

  @Test
  void only_the_digest_is_kept() {
    String key = KeyMaterial.newKey();
    assertThat(KeyMaterial.digest(key)).hasSize(32).isEqualTo(KeyMaterial.digest(key));
  }
}
