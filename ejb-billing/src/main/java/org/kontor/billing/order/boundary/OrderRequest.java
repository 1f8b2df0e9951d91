package org.kontor.billing.order.boundary;

import java.util.List;

/**
 * An order. It has no price: the seller's price list has.
 *
 * @param reference the caller's own order number, or absent; the same one is ordered once
 */
public record OrderRequest(Long customerId, String reference, List<OrderLine> lines) {

  /**
   * @param product code from the price list
   * @param quantity from 1
   */
  public record OrderLine(String product, Long quantity) {}
}
