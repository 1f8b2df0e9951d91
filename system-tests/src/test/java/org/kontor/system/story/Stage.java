package org.kontor.system.story;

import java.net.URI;
import org.kontor.launcher.DatabaseAccess;

/**
 * The running installation that the tests talk to.
 *
 * @param base where the application answers, with a slash at the end
 * @param adminKey API key with the scope admin
 * @param owner the database, as the user who may do everything
 */
public record Stage(URI base, String adminKey, DatabaseAccess owner) {

  public static Stage current() {
    return new Stage(
        URI.create(System.getProperty("kontor.stage.base")),
        System.getProperty("kontor.stage.key"),
        new DatabaseAccess(
            System.getProperty("kontor.stage.db.url"),
            System.getProperty("kontor.stage.db.user"),
            System.getProperty("kontor.stage.db.password")));
  }

  public Rest rest() {
    return new Rest(base, adminKey);
  }
}
