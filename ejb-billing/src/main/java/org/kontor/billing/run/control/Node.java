package org.kontor.billing.run.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.kontor.crm.platform.boundary.Ids;

/**
 * This process among the nodes of the installation: {@code name#boot}. A node that starts again has
 * the same name and another boot number, so it knows at once that its former self is gone.
 */
@ApplicationScoped
public class Node {

  private final String name;
  private final String id;

  @Inject
  public Node(
      @ConfigProperty(name = "kontor.node.name", defaultValue = "node") String name, Ids ids) {
    this.name = name;
    this.id = name + "#" + (ids == null ? 0 : ids.next());
  }

  /** For the container's proxy. */
  protected Node() {
    this("", null);
  }

  public String id() {
    return id;
  }

  /** Whether that owner is an earlier life of this node. */
  boolean wasFormerly(String owner) {
    return !owner.equals(id) && owner.startsWith(name + "#");
  }
}
