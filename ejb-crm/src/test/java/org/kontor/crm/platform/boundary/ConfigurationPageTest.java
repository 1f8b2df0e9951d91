package org.kontor.crm.platform.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/configuration.md} says what the code says. When it does not, its rows are written
 * anew and the test fails once: look at the page, and commit it.
 */
class ConfigurationPageTest {

  private static final Path PAGE = Path.of("..", "docs", "configuration.md");

  @Test
  void the_page_lists_each_setting_as_it_is_and_no_other() throws IOException {
    List<String> page = Files.readAllLines(PAGE);
    List<String> rows = Arrays.stream(Setting.values()).map(ConfigurationPageTest::row).toList();
    List<String> before = page.stream().filter(ConfigurationPageTest::isRow).toList();
    if (!before.equals(rows)) {
      int first = page.indexOf(before.get(0));
      List<String> written = new ArrayList<>(page);
      written.removeIf(ConfigurationPageTest::isRow);
      written.addAll(first, rows);
      Files.write(PAGE, written);
    }
    assertThat(before).isEqualTo(rows);
  }

  private static boolean isRow(String line) {
    return line.startsWith("| `kontor.");
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
