package org.kontor.web.client.services;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kontor.billing.selfservice.boundary.MonthView;
import org.kontor.billing.selfservice.boundary.OwnChange;
import org.kontor.billing.selfservice.boundary.OwnChange.Standing;
import org.kontor.billing.selfservice.boundary.OwnChanges;
import org.kontor.billing.selfservice.boundary.OwnService;
import org.kontor.billing.subscription.boundary.WantedChange;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;
import org.kontor.web.client.Feedback;
import org.kontor.web.client.Visit;

/**
 * A change whole before it is made: both prices to the cent, the day, and what stands against it.
 * What is wanted stands in the address: {@code ?service=&to=&o.code=}. Sent twice it is made once.
 */
@Named
@RequestScoped
public class PlanPage {

  /** Parameters of options begin with it. */
  private static final String OPTION = "o.";

  private static final int MOST_OPTIONS = 100;

  @Inject private HttpServletRequest request;
  @Inject private AskedService asked;
  @Inject private Visit visit;
  @Inject private OwnChanges changes;
  @Inject private Feedback feedback;

  private OwnChange change;

  public OwnService getOwn() {
    return asked.get();
  }

  public OwnChange getChange() {
    if (change == null) {
      change =
          changes.preview(visit.customerId(), asked.id(), wanted(), visit.getLanguage().code());
    }
    return change;
  }

  public boolean isOffered() {
    return getChange().standing() == Standing.OFFERED;
  }

  /** Positions of both months side by side. */
  public List<Row> getRows() {
    Map<String, Row> rows = new LinkedHashMap<>();
    for (MonthView.Position position : getChange().before().positions()) {
      rows.put(key(position), Row.before(position));
    }
    for (MonthView.Position position : getChange().after().positions()) {
      rows.merge(key(position), Row.after(position), Row::with);
    }
    return new ArrayList<>(rows.values());
  }

  /** The base fees of two plans stand in one row: what differs is what is looked for. */
  private String key(MonthView.Position position) {
    boolean option = getOwn().options().stream().anyMatch(o -> o.code().equals(position.code()));
    boolean plan = getOwn().plans().stream().anyMatch(p -> p.code().equals(position.code()));
    return plan && !option ? "" : position.code();
  }

  /** What the change makes more or less, a month. */
  public BigDecimal getDifference() {
    return getChange().after().total().subtract(getChange().before().total());
  }

  /** What is sent again with the confirmation. */
  public List<Sent> getSent() {
    Map<String, String> sent = new TreeMap<>();
    sent.put("service", Long.toString(asked.id()));
    sent.put(AskedService.SEEN, AskedService.seal(getChange()));
    if (wanted().plan() != null) {
      sent.put("to", wanted().plan());
    }
    wanted().components().forEach((code, quantity) -> sent.put(OPTION + code, quantity + ""));
    return sent.entrySet().stream().map(e -> new Sent(e.getKey(), e.getValue())).toList();
  }

  public String confirm() {
    String done = asked.done("change");
    if (getChange().standing() == Standing.NO_CHANGE) {
      return done;
    }
    if (!isOffered()) {
      feedback.fault(null, "service.plan.stale");
      return null;
    }
    if (!asked.isAsSeen(getChange())) {
      return null;
    }
    try {
      changes.request(visit.customerId(), asked.id(), wanted(), getChange().version());
      return done;
    } catch (Refused refused) {
      asked.forget();
      change = null;
      if (getChange().standing() == Standing.NO_CHANGE) {
        return done;
      }
      if (refused.problem().code() == ProblemCode.CONCURRENT_CHANGE) {
        feedback.fault(null, "service.plan.stale");
      } else {
        feedback.refusal(null, refused);
      }
      return null;
    }
  }

  /** Options that are as they are, or wait already, are not asked for again. */
  private WantedChange wanted() {
    String to = request.getParameter("to");
    Map<String, Long> components = new TreeMap<>();
    request.getParameterMap().keySet().stream()
        .filter(name -> name.startsWith(OPTION))
        .limit(MOST_OPTIONS)
        .forEach(name -> quantity(name, components));
    return new WantedChange(to == null || to.isBlank() || isPresent(to) ? null : to, components);
  }

  private boolean isPresent(String plan) {
    return plan.equals(getOwn().subscription().plan())
        && getOwn().plans().stream().noneMatch(OwnService.PlanChoice::waiting);
  }

  private void quantity(String name, Map<String, Long> components) {
    String code = name.substring(OPTION.length());
    String sent = request.getParameter(name).strip();
    long quantity = sent.matches("\\d{1,12}") ? Long.parseLong(sent) : -1;
    boolean same =
        getOwn().options().stream()
            .filter(option -> option.code().equals(code))
            .anyMatch(
                option ->
                    quantity == (option.waiting() == null ? option.quantity() : option.waiting()));
    if (!same) {
      components.put(code, quantity);
    }
  }

  /** A parameter and its value. */
  public record Sent(String key, String value) {}

  /** A position in both months; what it does not cost is null. */
  public record Row(
      String name, BigDecimal before, BigDecimal after, String arithmetic, BigDecimal quantity) {

    static Row before(MonthView.Position position) {
      return new Row(
          position.name(), position.amount(), null, position.arithmetic(), position.quantity());
    }

    static Row after(MonthView.Position position) {
      return new Row(
          position.name(), null, position.amount(), position.arithmetic(), position.quantity());
    }

    Row with(Row later) {
      String both = name.equals(later.name) ? name : name + " → " + later.name;
      return new Row(both, before, later.after, later.arithmetic, later.quantity);
    }
  }
}
