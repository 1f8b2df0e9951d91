package org.kontor.system.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * A policy pack as a vendor's clerk edits it: the text of the file.
 *
 * @param source YAML
 */
public record Pack(String source) {

  /** One of the five that the product brings. */
  public static Pack bundled(String code) {
    try (InputStream file = Pack.class.getResourceAsStream("/policy-packs/" + code + ".yaml")) {
      assertThat(file).as("bundled pack " + code).isNotNull();
      return new Pack(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same of a vendor who cuts nobody off: for stories in which nobody bothers to pay. */
  public static Pack trusting(String code) {
    Pack bundled = bundled(code);
    String source =
        bundled.source.replaceFirst("(?s)\\naccess:.*?\\n\\n", "\naccess: {trigger: NONE}\n\n");
    assertThat(source).isNotEqualTo(bundled.source);
    return new Pack(source);
  }

  /** Another value for a setting; fails when the text does not hold the old one. */
  public Pack with(String old, String fresh) {
    assertThat(source).contains(old);
    return new Pack(source.replace(old, fresh));
  }

  /** The next version of the file, in force from that day on. */
  public Pack version(int version, LocalDate from) {
    return new Pack(
        source
            .replaceFirst("(?m)^version: \\d+", "version: " + version)
            .replaceFirst("(?m)^effectiveFrom: [0-9-]+", "effectiveFrom: " + from));
  }
}
