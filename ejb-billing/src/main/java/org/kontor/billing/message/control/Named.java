package org.kontor.billing.message.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.policy.Plan;
import org.kontor.domain.policy.Product;
import org.kontor.domain.policy.Texts;

/** What customers know things by, in all languages of the seller. */
@ApplicationScoped
public class Named {

  private final Sql sql;
  private final PolicyBook book;

  @Inject
  public Named(Sql sql, PolicyBook book) {
    this.sql = sql;
    this.book = book;
  }

  /** For the container's proxy. */
  protected Named() {
    this(null, null);
  }

  /** The plan of a subscription; its code when no version names it any more. */
  Texts plan(String vendor, long subscriptionId, LocalDate on) {
    String code =
        sql.one(
                row -> row.getString(1),
                "select plan_code from subscription where id = ?",
                subscriptionId)
            .orElse("");
    return book.inForce(vendor, on).plan(code).map(Plan::name).orElseGet(() -> itself(code));
  }

  Texts product(String vendor, String code, LocalDate on) {
    Optional<Product> product = book.inForce(vendor, on).product(code);
    return product.map(Product::name).orElseGet(() -> itself(code));
  }

  private static Texts itself(String code) {
    return new Texts(Map.of("en", code));
  }
}
