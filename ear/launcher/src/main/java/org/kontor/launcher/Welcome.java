package org.kontor.launcher;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What a person who started Kontor reads when it is ready.
 *
 * @param installation the folder with the secrets
 * @param mail where mail can be read
 * @param demonstration whether the book is one: then it can be asked for invoices and moved in time
 * @param simulated whether the clock of this book is moved over REST; nothing is told that needs it
 *     where it is not
 */
record Welcome(
    Server server,
    Path installation,
    String database,
    String mail,
    boolean demonstration,
    boolean simulated) {

  private static final String DEMONSTRATION_CALLS =
      """
        curl -H "Authorization: Bearer $KEY" '%1$sapi/v1/runs?limit=3'
        curl -H "Authorization: Bearer $KEY" '%1$sapi/v1/invoices?vendor=prim&state=overdue'
        curl -H "Authorization: Bearer $KEY" -H 'Content-Type: application/json' \\
             -d '{"days": 1}' %1$sapi/v1/clock/advance
      """;

  /** A book of one's own begins with a policy pack. */
  private static final String FIRST_CALLS =
      """
        curl -H "Authorization: Bearer $KEY" -H 'Content-Type: application/yaml' \\
             --data-binary @ejb-billing/src/main/resources/policy-packs/prim.yaml \\
             %1$sapi/v1/policy-packs
      """;

  /** The walk begins with an empty book at a date of its own. */
  private static final String WALK =
      """
      The whole walk, from an empty book to a paid invoice: docs/api-walk.md (it empties this book)
      """;

  private static final String NO_WALK =
      """
      This book runs on the system's clock. To try things out in a book whose clock you move
      yourself, as docs/api-walk.md does: ear/run --fresh --simulated, in another checkout
      if you want to keep this one.
      """;

  String text(Duration elapsed) {
    return """

    Kontor is ready after %1$d seconds. Press Ctrl-C to stop it.
      REST         %2$sapi/v1     described at %2$sopenapi
      Health       %3$shealth
      Mail         %7$s
      Admin key    "admin-key" in %4$s
      Database     %5$s
      Log          %6$s

    Try, in another terminal of this folder:
      export KEY=$(sed -n 's/^admin-key=//p' %4$s)
      curl -H "Authorization: Bearer $KEY" %2$sapi/v1/summary
    %8$s%9$s"""
        .formatted(
            elapsed.toSeconds(),
            server.base(),
            server.management(),
            installation.resolve("secrets.properties"),
            database,
            server.settings().log(),
            mail,
            (demonstration ? DEMONSTRATION_CALLS : FIRST_CALLS).formatted(server.base()),
            simulated ? WALK : NO_WALK);
  }
}
