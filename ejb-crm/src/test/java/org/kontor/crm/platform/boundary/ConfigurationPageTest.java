package org.kontor.crm.platform.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code docs/configuration.md} says what the code says. */
class ConfigurationPageTest {

  private static final Path PAGE = Path.of("..", "docs", "configuration.md");

  @Test
  void the_page_lists_each_setting_as_it_is_and_no_other() throws IOException {
    List<String> rows =
        Files.readAllLines(PAGE).stream().filter(line -> line.startsWith("| `kontor.")).toList();
    assertThat(rows).hasSize(Setting.values().length);
    for (Setting setting : Setting.values()) {
      assertThat(rows).contains(row(setting));
    }
  }

  private static String row(Setting setting) {
    String value = setting.byDefault().isEmpty() ? "" : "`" + setting.byDefault() + "` ";
    return "| `%s` | `%s` | %s | %s| %s | %s |"
        .formatted(
            setting.key(),
            setting.variable(),
            setting.type(),
            value,
            setting.secret() ? "yes" : "no",
            setting.what());
  }
}
