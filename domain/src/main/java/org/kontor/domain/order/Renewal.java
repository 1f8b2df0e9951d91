package org.kontor.domain.order;

import java.time.LocalDate;
import java.util.Set;
import org.kontor.domain.policy.Product;

/** When a product is due for its renewal invoice (S5.1). */
public final class Renewal {

  private Renewal() {}

  /**
   * Whether the renewal of a product is invoiced on {@code day}: from {@code leadDays} before its
   * last usable day through that day. A product that is not renewed, or has no end, never is.
   */
  public static boolean isDue(Product product, LocalDate expiresOn, LocalDate day, int leadDays) {
    return product.renews()
        && product.termMonths() > 0
        && expiresOn != null
        && !day.isBefore(expiresOn.minusDays(leadDays))
        && !day.isAfter(expiresOn);
  }

  /**
   * Whether the customer still has what the product needs: an add-on whose licence was taken back
   * is of no use, so it is not renewed.
   *
   * @param owned codes of the customer's products that were not withdrawn
   */
  public static boolean isUsable(Product product, Set<String> owned) {
    return product.requires() == null || owned.contains(product.requires());
  }
}
