package org.kontor.web.client.services;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.kontor.billing.order.boundary.Orders;
import org.kontor.billing.order.boundary.ProductView;
import org.kontor.billing.selfservice.boundary.OwnService;
import org.kontor.billing.selfservice.boundary.OwnServices;
import org.kontor.billing.subscription.boundary.SubscriptionView;
import org.kontor.billing.subscription.boundary.Subscriptions;
import org.kontor.billing.timeline.boundary.ForetoldEvent;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.web.client.Visit;
import org.kontor.web.client.timeline.Ahead;
import org.kontor.web.client.timeline.NextCharge;

/** All services and products of the customer. */
@Named
@RequestScoped
public class ServicesPage {

  private static final int SHOWN = 20;
  private static final int MOST_PRODUCTS = 200;

  @Inject private Visit visit;
  @Inject private Subscriptions subscriptions;
  @Inject private OwnServices own;
  @Inject private Orders orders;
  @Inject private Ahead ahead;

  private String after;
  private String following;
  private List<Service> services;
  private List<ProductView> products;

  public List<Service> getServices() {
    if (services == null) {
      Page<SubscriptionView> page = subscriptions.living(visit.customerId(), after, SHOWN);
      following = page.next();
      List<ForetoldEvent> future = page.items().isEmpty() ? List.of() : ahead.future().inTime();
      services =
          own.all(visit.customerId(), page.items(), visit.getLanguage().code()).stream()
              .map(one -> new Service(one, NextCharge.of(future, one.subscription().id())))
              .toList();
    }
    return services;
  }

  /** Cursor of the services that follow those that are shown; null when these are the last. */
  public String getFollowing() {
    getServices();
    return following;
  }

  public String getAfter() {
    return after;
  }

  /** A cursor that was mistyped is none. */
  public void setAfter(String after) {
    this.after = after != null && after.matches("\\d{1,18}") ? after : null;
  }

  /** Whether what comes next depends on a payment. */
  public boolean isOwing() {
    return ahead.future().owing();
  }

  /** What was bought, the latest first. */
  public List<ProductView> getProducts() {
    if (products == null) {
      List<ProductView> all = orders.products(visit.customerId());
      products =
          all.subList(Math.max(0, all.size() - MOST_PRODUCTS), all.size()).stream()
              .sorted((a, b) -> b.orderedOn().compareTo(a.orderedOn()))
              .toList();
    }
    return products;
  }

  /** How the state of a product looks. */
  public String tone(ProductView product) {
    return switch (product.state()) {
      case "ACTIVE" -> "good";
      case "AWAITING_PAYMENT" -> "warn";
      default -> "calm";
    };
  }

  /**
   * A service.
   *
   * @param next invoice or charge that comes next; null when none is in sight
   */
  public record Service(OwnService own, ForetoldEvent next) {

    /** How its state looks. */
    public String getTone() {
      return switch (own.subscription().state()) {
        case ACTIVE -> own.subscription().endsOn() == null ? "good" : "warn";
        case TRIAL -> "calm";
        default -> "bad";
      };
    }
  }
}
