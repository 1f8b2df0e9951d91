package org.kontor.billing.run.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.kontor.crm.platform.boundary.Ids;
import org.kontor.crm.platform.boundary.Setting;
import org.kontor.crm.platform.boundary.Settings;

/**
 * This process among the nodes of the installation: {@code name#boot}. A node that starts again has
 * the same name and another boot number, so it knows at once that its former self is gone.
 */
@ApplicationScoped
public class Node {

  private final String name;
  private final String id;

  @Inject
  public Node(Settings settings, Ids ids) {
    String given = settings.text(Setting.NODE_NAME);
    this.name = given.isEmpty() ? ofThisPlace() : given;
    this.id = name + "#" + ids.next();
  }

  /** For the container's proxy. */
  protected Node() {
    this.name = "";
    this.id = "";
  }

  /** Two servers of one host are started in two folders; one that starts again, in the same. */
  private static String ofThisPlace() {
    String host;
    try {
      host = InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      host = "node";
    }
    return host + "-" + Integer.toHexString(System.getProperty("user.dir").hashCode());
  }

  public String id() {
    return id;
  }

  /** Whether that owner is an earlier life of this node. */
  boolean wasFormerly(String owner) {
    return !owner.equals(id) && owner.startsWith(name + "#");
  }
}
