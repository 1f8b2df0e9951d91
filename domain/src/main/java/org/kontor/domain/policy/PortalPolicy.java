package org.kontor.domain.policy;

import java.util.List;

/**
 * The vendor's client area: where it is, how it looks, who may come by itself.
 *
 * @param hosts its host names, lower case, beside {@code <vendor>.localhost}
 * @param accent colour of what can be pressed, on white, {@code #rrggbb}
 * @param accentDark the same on the dark page
 * @param logo PNG, Base64; null: the first letter of the name
 * @param registration null: new customers are brought in by the vendor only
 */
public record PortalPolicy(
    List<String> hosts, String accent, String accentDark, String logo, Registration registration) {

  /** One that is known to nobody and looks like Kontor. */
  public static final PortalPolicy NONE =
      new PortalPolicy(List.of(), "#1d4ed8", "#8fb0ff", null, null);

  public PortalPolicy {
    hosts = List.copyOf(hosts);
  }

  /**
   * How a stranger becomes a customer (S5.5).
   *
   * @param plan what it gets at once; null: an account, and nothing else
   * @param trial whether it gets that on trial (S1.1)
   */
  public record Registration(String plan, boolean trial) {}
}
