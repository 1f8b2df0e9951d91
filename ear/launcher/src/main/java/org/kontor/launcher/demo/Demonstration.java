package org.kontor.launcher.demo;

import java.net.URI;

/** Fills an empty installation over its REST API, so that there is something to look at. */
public final class Demonstration {

  private Demonstration() {}

  /**
   * Does nothing where the demonstration is loaded already.
   *
   * @param base where the application answers, with a slash at the end
   * @param adminKey API key of the installation's administrator
   */
  public static void load(URI base, String adminKey) {}
}
