package org.kontor.system.story;

import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.kontor.system.base.Kontor;
import org.kontor.system.rig.Database;

/**
 * A test that tells a story through the running server: it begins with an empty book at a date of
 * its own.
 */
public abstract class Story {

  private Kontor kontor;

  @BeforeEach
  final void enter(Kontor running) {
    kontor = running;
  }

  /** The REST interface with the administrator's key. */
  protected final Rest rest() {
    return new Rest(kontor.api());
  }

  /** The database, as the user who may do everything. */
  protected final Database database() {
    try {
      return new Database(kontor.owner());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  protected final Kontor kontor() {
    return kontor;
  }
}
