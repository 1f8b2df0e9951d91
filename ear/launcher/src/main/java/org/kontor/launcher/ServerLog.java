package org.kontor.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** Finds in what the server printed the lines that say why it did not start. */
final class ServerLog {

  private ServerLog() {}

  static Fault fault(String what, ServerSettings settings) throws IOException {
    List<String> lines =
        Files.exists(settings.console()) ? Files.readAllLines(settings.console()) : List.of();
    List<String> errors =
        lines.stream()
            .filter(
                line ->
                    line.contains(" ERROR ")
                        || line.contains(" FATAL ")
                        || line.startsWith("Caused by: "))
            .map(line -> line.length() > 300 ? line.substring(0, 300) + "…" : line)
            .distinct()
            .limit(12)
            .toList();
    return new Fault(
        errors.isEmpty() ? what : what + "\n    " + String.join("\n    ", errors),
        "The whole log: " + settings.console());
  }
}
