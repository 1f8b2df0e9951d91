package org.kontor.launcher;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What was asked for on the command line. {@code ear/run --help} explains the options.
 *
 * @param external a database that somebody else runs; empty for the embedded one
 * @param demo whether to load the demonstration; by default only into the embedded database, and
 *     not where only the simulated clock was asked for
 * @param simulated whether a book that is begun now has a clock that is moved over REST
 */
record Options(
    Path root,
    boolean fresh,
    int port,
    String bind,
    Optional<DatabaseAccess> external,
    boolean demo,
    boolean simulated) {

  /**
   * @param root the checkout
   * @throws Fault on an unknown option or a bad value
   */
  static Options parse(Path root, List<String> arguments) {
    Deque<String> rest = new ArrayDeque<>(arguments);
    boolean fresh = false;
    boolean simulated = false;
    Optional<Boolean> demo = Optional.empty();
    int port = 8080;
    String bind = "127.0.0.1";
    String url = "";
    String user = "";
    String password = "";
    while (!rest.isEmpty()) {
      String option = rest.pop();
      switch (option) {
        case "--fresh" -> fresh = true;
        case "--simulated" -> simulated = true;
        case "--demo" -> demo = Optional.of(true);
        case "--no-demo" -> demo = Optional.of(false);
        case "--port" -> port = port(value(option, rest));
        case "--bind" -> bind = value(option, rest);
        case "--database-url" -> url = value(option, rest);
        case "--database-user" -> user = value(option, rest);
        case "--database-password" -> password = value(option, rest);
        default -> throw unknown("Unknown option " + option + ".");
      }
    }
    Optional<DatabaseAccess> external = external(url, user, password);
    if (fresh && external.isPresent()) {
      throw unknown("--fresh removes the embedded database only, never one of your own.");
    }
    boolean loads = demo.orElse(external.isEmpty() && !simulated);
    return new Options(root, fresh, port, bind, external, loads, loads || simulated);
  }

  private static Optional<DatabaseAccess> external(String url, String user, String password) {
    if (url.isEmpty() && user.isEmpty() && password.isEmpty()) {
      return Optional.empty();
    }
    if (!url.startsWith("jdbc:postgresql:") || user.isEmpty() || password.isEmpty()) {
      throw unknown(
          "An external database needs all three: --database-url jdbc:postgresql://HOST:5432/NAME,"
              + " --database-user and --database-password.");
    }
    return Optional.of(new DatabaseAccess(url, user, password));
  }

  private static String value(String option, Deque<String> rest) {
    if (rest.isEmpty() || rest.peek().startsWith("--")) {
      throw unknown(option + " needs a value.");
    }
    return rest.pop();
  }

  private static int port(String text) {
    if (!text.matches("\\d{1,5}")
        || Integer.parseInt(text) < 1
        || Integer.parseInt(text) > 63_000) {
      throw unknown("--port needs a number between 1 and 63000, not " + text + ".");
    }
    return Integer.parseInt(text);
  }

  private static Fault unknown(String what) {
    return new Fault(what, "See: ear/run --help");
  }
}
