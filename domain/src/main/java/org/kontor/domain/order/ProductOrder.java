package org.kontor.domain.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kontor.domain.invoice.Buyer;
import org.kontor.domain.invoice.Line;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.PostalAddress;
import org.kontor.domain.policy.Product;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;
import org.kontor.domain.time.DateRange;

/**
 * An order of products, priced from the seller's price list that is in force on the day of the
 * order (S4.8); a price is never taken from the caller.
 */
public final class ProductOrder {

  /** More lines than a document may sensibly carry. */
  public static final int MAX_LINES = 200;

  /**
   * What no order comes to before VAT, in whole units of any currency; the ledger bears far more.
   */
  private static final BigDecimal ABSURD = new BigDecimal("10000000000");

  private ProductOrder() {}

  /** One wish: how many of which product. */
  public record Item(String product, long quantity) {}

  /**
   * One priced product of an order.
   *
   * @param line its period is the first term as expected on the day of the order, or that day
   */
  public record Position(Product product, long quantity, Line line) {}

  /**
   * The positions of an order, one per product in the order of first mention.
   *
   * @param owned codes of products that the customer owns or has ordered
   * @param buyer whose language and VAT treatment the lines have
   * @throws Refused CONDITIONS_NOT_MET without an address for documents, INVALID_VALUE,
   *     ABSURD_QUANTITY, UNKNOWN_PRODUCT, or WRONG_STATE when a product is missing that another one
   *     requires
   */
  public static List<Position> priced(
      PolicyPack pack, List<Item> items, Set<String> owned, LocalDate day, Buyer buyer) {
    PostalAddress.mustSuffice(buyer.address());
    Map<Product, Long> wanted = wanted(pack, items);
    List<Position> positions = new ArrayList<>(wanted.size());
    for (Map.Entry<Product, Long> wish : wanted.entrySet()) {
      Product product = wish.getKey();
      requireBase(product, wanted.keySet(), owned);
      DateRange period =
          product.termMonths() > 0 ? Term.starting(day, product.termMonths()) : DateRange.day(day);
      String rule = rule(product.kind());
      Line line =
          ProductLine.of(pack, product, wish.getValue(), buyer, period, List.of(rule, "S5.1"));
      positions.add(new Position(product, wish.getValue(), line));
    }
    requirePossible(positions);
    return List.copyOf(positions);
  }

  private static Map<Product, Long> wanted(PolicyPack pack, List<Item> items) {
    if (items == null || items.isEmpty() || items.size() > MAX_LINES) {
      throw refuse(
          ProblemCode.INVALID_VALUE,
          "lines",
          "an order has 1 to " + MAX_LINES + " lines",
          "Send at least one product, and split larger orders.");
    }
    Map<Product, Long> wanted = new LinkedHashMap<>();
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      String field = "lines[" + i + "]";
      Product product =
          pack.product(item.product() == null ? "" : item.product())
              .orElseThrow(
                  () ->
                      refuse(
                          ProblemCode.UNKNOWN_PRODUCT,
                          field + ".product",
                          pack.id() + " has no product " + item.product(),
                          "Choose one of "
                              + pack.catalogue().products().stream().map(Product::code).toList()));
      wanted.merge(product, quantity(product, item, wanted, field + ".quantity"), Long::sum);
    }
    return wanted;
  }

  private static long quantity(
      Product product, Item item, Map<Product, Long> wanted, String field) {
    if (item.quantity() < 1) {
      throw refuse(
          ProblemCode.INVALID_VALUE,
          field,
          "the quantity " + item.quantity() + " cannot be ordered",
          "Order 1 or more of a product.");
    }
    if (item.quantity() > product.maxQuantity() - wanted.getOrDefault(product, 0L)) {
      throw refuse(
          ProblemCode.ABSURD_QUANTITY,
          field,
          product.maxQuantity()
              + " of "
              + product.code()
              + " is the most that the vendor takes for true in one order",
          "Look at the number; if more is meant, raise maxQuantity of the product in the policy"
              + " pack.");
    }
    return item.quantity();
  }

  private static void requirePossible(List<Position> positions) {
    BigDecimal sum =
        positions.stream()
            .map(position -> position.line().net().amount())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    if (sum.compareTo(ABSURD) > 0) {
      throw refuse(
          ProblemCode.ABSURD_QUANTITY,
          "lines",
          "the order comes to " + sum.toPlainString() + ", which no customer truly owes",
          "Look at the quantities and at the prices of the policy pack, or split the order.");
    }
  }

  private static void requireBase(Product product, Set<Product> ordered, Set<String> owned) {
    String base = product.requires();
    if (base != null
        && !owned.contains(base)
        && ordered.stream().noneMatch(other -> other.code().equals(base))) {
      throw refuse(
          ProblemCode.WRONG_STATE,
          "lines",
          product.code() + " needs " + base + ", which the customer does not own",
          "Order " + base + " first, or add it to this order.");
    }
  }

  private static String rule(Product.Kind kind) {
    return switch (kind) {
      case TRAINING -> "S4.38";
      case SERVICE -> "S1.24";
      case LICENCE, ADDON, MODULE, SUPPORT -> "S4.8";
    };
  }

  private static Refused refuse(ProblemCode code, String field, String detail, String mend) {
    return Problem.of(code, field, detail, mend).asException();
  }
}
