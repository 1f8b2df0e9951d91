package org.kontor.web.client.wallet;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.kontor.billing.access.boundary.PromiseChoices;
import org.kontor.billing.access.boundary.PromiseStanding;
import org.kontor.billing.payment.boundary.TopUps;
import org.kontor.billing.timeline.boundary.ForetoldEvent;
import org.kontor.billing.timeline.boundary.TimelineView;
import org.kontor.billing.timeline.boundary.Timelines;
import org.kontor.billing.wallet.boundary.DayBalance;
import org.kontor.billing.wallet.boundary.Movements;
import org.kontor.billing.wallet.boundary.WalletView;
import org.kontor.billing.wallet.boundary.Wallets;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.domain.policy.Timing;
import org.kontor.web.client.Visit;
import org.kontor.web.client.chart.Plot;

/** The balance: now, how it came about, how long it lasts, and how to raise it. */
@Named
@RequestScoped
public class WalletPage {

  private static final int DAYS_BACK = 90;
  private static final int DAYS_AHEAD = 30;
  private static final int SOON = 7;

  @Inject private Visit visit;
  @Inject private Wallets wallets;
  @Inject private Movements movements;
  @Inject private TopUps topUps;
  @Inject private PromiseChoices promises;
  @Inject private Timelines timelines;
  @Inject private Charged charged;

  private WalletView view;
  private TopUps.Offer offer;
  private PromiseStanding promise;
  private List<DayBalance> course;
  private List<DayBalance> coming;
  private TimelineView foretold;
  private boolean foretoldRead;
  private Plot plot;

  /** Refuses who has nothing to do with a balance: there is no such page for that customer. */
  public WalletView getView() {
    if (view == null) {
      if (!movements.hasBalance(visit.customerId())) {
        throw NotFound.of("wallet");
      }
      view = wallets.view(visit.customerId());
    }
    return view;
  }

  public TopUps.Offer getOffer() {
    if (offer == null) {
      offer = topUps.offer(visit.customerId());
    }
    return offer;
  }

  public PromiseStanding getPromise() {
    if (promise == null) {
      promise = promises.of(visit.customerId(), visit.getVisitor().personId());
    }
    return promise;
  }

  /** Last day that the balance covers; null when no end is in sight. */
  public LocalDate getLastsThrough() {
    return foretold() == null ? null : foretold().lastsThrough();
  }

  /** Whether it is time to top up: the balance ends within a week. */
  public boolean isLow() {
    LocalDate last = getLastsThrough();
    return last != null && last.isBefore(getToday().date().plusDays(SOON));
  }

  public List<DayBalance> getCourse() {
    if (course == null) {
      course = movements.days(visit.customerId(), DAYS_BACK);
    }
    return course;
  }

  /** The balance at the end of the days to come, as foretold. */
  public List<DayBalance> getComing() {
    if (coming == null) {
      coming = new ArrayList<>();
      NavigableMap<LocalDate, BigDecimal> known = new TreeMap<>();
      known.put(LocalDate.MIN, getToday().balance());
      if (foretold() != null) {
        for (ForetoldEvent event : foretold().events()) {
          if (event.balance() != null) {
            known.put(event.day(), event.balance());
          }
        }
      }
      LocalDate today = getToday().date();
      for (int i = 1; i <= DAYS_AHEAD && known.size() > 1; i++) {
        LocalDate day = today.plusDays(i);
        coming.add(new DayBalance(day, known.floorEntry(day).getValue()));
      }
    }
    return coming;
  }

  public DayBalance getFirst() {
    return getCourse().get(0);
  }

  public DayBalance getToday() {
    return getCourse().get(getCourse().size() - 1);
  }

  /** The last day that is drawn. */
  public DayBalance getLast() {
    return getComing().isEmpty() ? getToday() : getComing().get(getComing().size() - 1);
  }

  public DayBalance getHighest() {
    return getCourse().stream().reduce((a, b) -> higher(b, a) ? b : a).orElseThrow();
  }

  public DayBalance getLowest() {
    return getCourse().stream().reduce((a, b) -> higher(a, b) ? b : a).orElseThrow();
  }

  public Plot getPlot() {
    if (plot == null) {
      plot = Plot.curve(values(getCourse()), values(getComing()));
    }
    return plot;
  }

  private static boolean higher(DayBalance a, DayBalance b) {
    return a.balance().compareTo(b.balance()) > 0;
  }

  private static List<BigDecimal> values(List<DayBalance> days) {
    return days.stream().map(DayBalance::balance).toList();
  }

  private TimelineView foretold() {
    if (!foretoldRead) {
      foretoldRead = true;
      foretold =
          charged.services().stream()
              .filter(service -> service.timing() != Timing.MONTHLY_ADVANCE)
              .findFirst()
              .map(service -> timelines.foretell(service.id(), null, null, Timelines.Detail.DAYS))
              .orElse(null);
    }
    return foretold;
  }
}
