package org.kontor.domain.order;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kontor.domain.invoice.Buyer;
import org.kontor.domain.invoice.Line;
import org.kontor.domain.policy.PolicyPack;
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

  /** More of one product is a slip of the finger. */
  public static final long MAX_QUANTITY = 100_000;

  /** More lines than a document may sensibly carry. */
  public static final int MAX_LINES = 200;

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
   * @throws Refused INVALID_VALUE, UNKNOWN_PRODUCT, or WRONG_STATE when a product is missing that
   *     another one requires
   */
  public static List<Position> priced(
      PolicyPack pack, List<Item> items, Set<String> owned, LocalDate day, Buyer buyer) {
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
      long quantity = wanted.getOrDefault(product, 0L) + item.quantity();
      if (item.quantity() < 1 || quantity > MAX_QUANTITY) {
        throw refuse(
            ProblemCode.INVALID_VALUE,
            field + ".quantity",
            "the quantity " + item.quantity() + " cannot be ordered",
            "Order 1 to " + MAX_QUANTITY + " of a product.");
      }
      wanted.put(product, quantity);
    }
    return wanted;
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
