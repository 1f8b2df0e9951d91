package org.kontor.system.story;

/** A test that tells a story: it begins with an empty book at a date of its own. */
public abstract class Story {

  private final Stage stage = Stage.current();

  /** The REST interface with the administrator's key. */
  protected final Rest rest() {
    return stage.rest();
  }

  protected final Stage stage() {
    return stage;
  }
}
