package org.kontor.web.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.kontor.billing.access.boundary.AccessStanding;
import org.kontor.billing.access.boundary.AccessStanding.Deletion;
import org.kontor.crm.platform.boundary.BookClock;
import org.kontor.domain.access.AccessNotice;
import org.kontor.domain.access.AccessNotice.Kind;
import org.kontor.domain.access.AccessNotice.Then;
import org.kontor.web.text.Catalogue;

/**
 * What stands above every page: how it stands with access, what comes next and when exactly, and
 * the one thing to do about it. All of it comes from the decision; the words know no vendor.
 */
@RequestScoped
@Named
public class Banner {

  private static final String TOLD = "kontor.reminded";
  private static final long HOURS_SHOWN = 48;

  @Inject private Standing standing;
  @Inject private Visit visit;
  @Inject private Rights rights;
  @Inject private Shown show;
  @Inject private BookClock clock;
  @Inject private HttpServletRequest request;

  private List<Bar> bars;
  private boolean dialog;

  /** At most two: access, and a deletion. */
  public List<Bar> getBars() {
    if (bars == null) {
      bars = new ArrayList<>(2);
      AccessStanding now = standing.now();
      if (now.notice() != null) {
        bars.add(access(now.notice()));
      }
      if (now.deletion() != null) {
        bars.add(deletion(now.deletion()));
      }
    }
    return bars;
  }

  /**
   * Decides, before the page is written, whether the reminder asks for an answer now (S3.12): once
   * in each stay of a browser and stage.
   */
  public void prepare() {
    AccessNotice notice = standing.now().notice();
    if (notice == null || notice.kind() != Kind.REMINDED || isWayToPay()) {
      return;
    }
    String stage = String.valueOf(notice.since());
    if (!stage.equals(request.getSession().getAttribute(TOLD))) {
      request.getSession().setAttribute(TOLD, stage);
      dialog = true;
    }
  }

  /** Whether the reminder stands before the page; then it is the first bar. */
  public boolean isDialog() {
    return dialog;
  }

  /** Who is about to pay need not be reminded of it. */
  private boolean isWayToPay() {
    return isAt(ClientPage.PAY);
  }

  private boolean isAt(ClientPage page) {
    return ClientPage.at(request.getServletPath()).filter(page::equals).isPresent();
  }

  private Bar access(AccessNotice notice) {
    boolean payer = rights.may(ClientPage.PAY);
    Kind kind = notice.kind();
    boolean ofDebt = kind == Kind.READ_ONLY || kind == Kind.PAY_ONLY || kind == Kind.BLOCKED;
    String name =
        switch (kind) {
          case OVERDUE, REMINDED ->
              "OVERDUE." + (notice.subject().isEmpty() ? "balance" : "invoice");
          case HOLD -> notice.at() == null ? "HOLD.open" : "HOLD";
          default -> kind.name() + (ofDebt && !payer ? ".other" : "");
        };
    Object[] values = {
      notice.amount() == null ? "" : show.money(notice.amount()),
      notice.subject(),
      show.date(notice.day()),
      exact(notice.at()),
      notice.days(),
      exact(notice.since()),
      visit.getPortal().name(),
      left(notice.at())
    };
    List<String> texts = new ArrayList<>();
    texts.add(text("access." + name + ".text", values));
    if ((kind == Kind.DUE_SOON || kind == Kind.DUE_TODAY) && visit.getZone().own()) {
      texts.add(text("access.dayEnds", show.endOf(notice.day())));
    }
    if (notice.at() != null && notice.then() != Then.NOTHING && then(kind)) {
      texts.add(text("access.then." + notice.then(), values));
      if (!notice.skippedDays().isEmpty()) {
        texts.add(text("access.daysOff", values));
      }
    }
    return new Bar(
        kind.name(),
        tone(kind),
        text("access." + name + ".title", values),
        texts,
        notice.at(),
        button(kind, payer));
  }

  /** Whose text does not tell by itself what comes. */
  private static boolean then(Kind kind) {
    return switch (kind) {
      case PROMISE, TRANSFER, HOLD, TRIAL_ENDING, ENDING -> false;
      default -> true;
    };
  }

  private static String tone(Kind kind) {
    return switch (kind) {
      case DUE_SOON, TRANSFER, HOLD, CLOSED -> "calm";
      case OTHERS, LICENCE, BLOCKED, STOPPED, TRIAL_OVER -> "bad";
      default -> "warn";
    };
  }

  private Button button(Kind kind, boolean payer) {
    return switch (kind) {
      case TRIAL_ENDING, TRIAL_OVER -> plan(payer);
      case STOPPED, CLOSED, ENDING -> contact();
      case LICENCE -> payer ? pay() : ask();
      case TRANSFER, HOLD -> payer ? pay() : null;
      default -> payer ? pay() : ask();
    };
  }

  private Button plan(boolean payer) {
    if (rights.may(ClientPage.SERVICES)) {
      return new Button(text("access.button.plan"), ClientPage.SERVICES.path());
    }
    return payer ? contact() : ask();
  }

  private Bar deletion(Deletion deletion) {
    ZoneId zone = visit.getPortal().zone();
    Instant at = deletion.day().atStartOfDay(zone).toInstant();
    Object[] values = {
      "", "", show.date(deletion.day()), exact(at), deletion.days(), "", visit.getPortal().name()
    };
    if (deletion.done()) {
      return new Bar(
          "QUARANTINE",
          "bad",
          text("access.deletion.done.title", values),
          restorable(deletion, values),
          null,
          isAt(ClientPage.DELETION)
              ? contact()
              : new Button(text("access.button.restore"), ClientPage.DELETION.path()));
    }
    Button button =
        deletion.stoppable()
            ? new Button(text("access.button.stop"), ClientPage.DELETION.path())
            : payOrNothing();
    return new Bar(
        "DELETION",
        "warn",
        text("access.deletion.title", values),
        List.of(text("access.deletion." + deletion.kind(), values)),
        at,
        button);
  }

  private List<String> restorable(Deletion deletion, Object... values) {
    String text = text("access.deletion.done.text", values);
    return visit.getZone().own()
        ? List.of(text, text("access.dayEnds", show.endOf(deletion.day())))
        : List.of(text);
  }

  private Button payOrNothing() {
    return rights.may(ClientPage.PAY) ? pay() : null;
  }

  private Button pay() {
    return isWayToPay() ? null : new Button(text("access.button.pay"), ClientPage.PAY.path());
  }

  private Button ask() {
    return isAt(ClientPage.ACCESS)
        ? null
        : new Button(text("access.button.ask"), ClientPage.ACCESS.path());
  }

  private Button contact() {
    return new Button(text("access.button.contact"), "mailto:" + visit.getPortal().email());
  }

  private String exact(Instant moment) {
    return moment == null ? "" : show.moment(moment);
  }

  /** Time left, in hours when it is little. */
  private String left(Instant until) {
    if (until == null) {
      return "";
    }
    long hours = Math.max(0, ChronoUnit.HOURS.between(clock.now(), until));
    return hours < HOURS_SHOWN
        ? text("access.left.hours", hours)
        : text("access.left.days", hours / 24);
  }

  private String text(String key, Object... values) {
    return Catalogue.in(visit.getLanguage()).text(key, values);
  }

  /**
   * @param tone {@code calm}, {@code warn} or {@code bad}
   * @param at the moment that the words name, for programs; or null
   * @param button null when there is nothing to do
   */
  public record Bar(
      String kind, String tone, String title, List<String> texts, Instant at, Button button) {}

  /** The one thing to do. */
  public record Button(String label, String address) {}
}
