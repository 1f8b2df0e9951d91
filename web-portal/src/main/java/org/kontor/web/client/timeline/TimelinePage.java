package org.kontor.web.client.timeline;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.kontor.billing.access.boundary.AccessAnswer;
import org.kontor.billing.subscription.boundary.SubscriptionView;
import org.kontor.billing.timeline.boundary.ForetoldEvent;
import org.kontor.billing.timeline.boundary.PastEvent;
import org.kontor.billing.timeline.boundary.PastEvents;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.domain.timeline.Event;
import org.kontor.web.client.Standing;
import org.kontor.web.client.TextBean;
import org.kontor.web.client.Visit;
import org.kontor.web.client.wallet.Charged;

/** The account day by day: the future first, then the past by pages. */
@Named
@RequestScoped
public class TimelinePage {

  private static final int MOST_AHEAD = 60;
  private static final int SIZE = 40;

  @Inject private Visit visit;
  @Inject private TextBean t;
  @Inject private Standing standing;
  @Inject private Charged charged;
  @Inject private Ahead ahead;
  @Inject private PastEvents events;

  private String after;
  private Page<PastEvent> page;
  private List<Day<Told>> future;

  /** What will happen if nothing is done, the next first; on the first page only. */
  public List<Day<Told>> getFuture() {
    if (future == null) {
      Map<LocalDate, List<Told>> days = new TreeMap<>();
      List<SubscriptionView> services = charged.services();
      for (SubscriptionView service : services) {
        news(service).stream()
            .limit(MOST_AHEAD)
            .forEach(
                event -> {
                  List<Told> day = days.computeIfAbsent(event.day(), d -> new ArrayList<>());
                  Told told = told(event, service, services.size() > 1);
                  // What concerns the customer is told by each of its services
                  if (!day.contains(told)) {
                    day.add(told);
                  }
                });
      }
      future = days.entrySet().stream().map(d -> new Day<>(d.getKey(), d.getValue())).toList();
    }
    return future;
  }

  /** Last day that was looked at; null without a service. */
  public LocalDate getUntil() {
    return charged.services().isEmpty() ? null : ahead.future().until();
  }

  public List<Day<PastEvent>> getPast() {
    return byDay(page().items(), PastEvent::day);
  }

  /** Cursor of the next page; null on the last one. */
  public String getNext() {
    return page().next();
  }

  public boolean isFirst() {
    return after == null || after.isEmpty();
  }

  private Page<PastEvent> page() {
    if (page == null) {
      page = events.latest(visit.customerId(), after, SIZE);
    }
    return page;
  }

  private Told told(ForetoldEvent event, SubscriptionView service, boolean several) {
    boolean access = event.kind() == Event.Kind.ACCESS;
    String text =
        access
            ? t.of("service.becomes." + becomes(event, visit.getVisitor().role().name()))
            : t.of("service.event." + event.kind());
    return new Told(
        text,
        several && event.subscriptionId() != null ? service.planName() : "",
        access ? null : event.amount(),
        service.currency());
  }

  /** What a role can do from then on. */
  public static String becomes(ForetoldEvent event, String role) {
    ForetoldEvent.Audience audience = event.audience() == null ? null : event.audience().get(role);
    return audience == null ? "FULL" : audience.effect();
  }

  /**
   * Without what changes nothing for a role: an access that becomes what it is already.
   *
   * @param now what the role can do today; null where that is not known
   */
  public static List<ForetoldEvent> news(List<ForetoldEvent> events, String role, String now) {
    List<ForetoldEvent> news = new ArrayList<>();
    String before = now;
    for (ForetoldEvent event : events) {
      String becomes = event.kind() == Event.Kind.ACCESS ? becomes(event, role) : null;
      if (becomes == null || !becomes.equals(before)) {
        news.add(event);
      }
      before = becomes == null ? before : becomes;
    }
    return news;
  }

  private List<ForetoldEvent> news(SubscriptionView service) {
    AccessAnswer now = standing.of(service.id());
    String role = visit.getVisitor().role().name();
    return news(ahead.future().of(service.id()), role, now == null ? null : now.effect().name());
  }

  private static <E> List<Day<E>> byDay(List<E> all, Function<E, LocalDate> day) {
    Map<LocalDate, List<E>> days = new LinkedHashMap<>();
    all.forEach(e -> days.computeIfAbsent(day.apply(e), d -> new ArrayList<>()).add(e));
    return days.entrySet().stream().map(d -> new Day<>(d.getKey(), d.getValue())).toList();
  }

  public String getAfter() {
    return after;
  }

  public void setAfter(String after) {
    this.after = after;
  }

  /** A day with all that belongs to it. */
  public record Day<E>(LocalDate date, List<E> events) {}

  /**
   * Something to come.
   *
   * @param service its name where there are several; else empty
   */
  public record Told(String text, String service, BigDecimal amount, String currency) {}
}
