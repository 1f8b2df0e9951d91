package org.kontor.web.client.company;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.persistence.OptimisticLockException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.kontor.billing.timeline.boundary.ForetoldEvent;
import org.kontor.crm.customer.boundary.CustomerView;
import org.kontor.crm.customer.boundary.Customers;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;
import org.kontor.domain.text.Language;
import org.kontor.domain.timeline.Event;
import org.kontor.web.client.ClientPage;
import org.kontor.web.client.Feedback;
import org.kontor.web.client.LanguageBean;
import org.kontor.web.client.Rights;
import org.kontor.web.client.TextBean;
import org.kontor.web.client.Visit;
import org.kontor.web.client.timeline.Ahead;
import org.kontor.web.client.wallet.Charged;

/**
 * The customer's data. Whoever saves what somebody else has changed meanwhile sees both versions
 * and loses nothing.
 */
@Named
@RequestScoped
public class CompanyPage {

  private static final Set<String> FIELDS =
      Set.of(
          "name",
          "registrationId",
          "vatId",
          "line",
          "city",
          "postCode",
          "subdivision",
          "country",
          "email",
          "language");

  @Inject private HttpServletRequest request;
  @Inject private Visit visit;
  @Inject private Rights rights;
  @Inject private Customers customers;
  @Inject private Charged charged;
  @Inject private Ahead ahead;
  @Inject private LanguageBean languages;
  @Inject private Feedback feedback;
  @Inject private TextBean t;

  private CustomerView stored;
  private Typed typed;
  private boolean stale;
  private Optional<LocalDate> next;

  public CustomerView getStored() {
    if (stored == null) {
      stored = customers.view(visit.customerId());
    }
    return stored;
  }

  /** What stands in the form: what was typed, else what is stored. */
  public Typed getTyped() {
    if (typed == null) {
      typed = FacesContext.getCurrentInstance().isPostback() ? new Typed() : Typed.of(getStored());
    }
    return typed;
  }

  public boolean isChangeable() {
    return rights.acts(ClientPage.COMPANY);
  }

  /** The version that the form is about; after a conflict the one that was shown beside it. */
  public String getVersion() {
    String sent = request.getParameter("version");
    return sent != null && sent.matches("\\d{1,9}") && !stale
        ? sent
        : Integer.toString(getStored().version());
  }

  /** Where what was typed differs from what somebody else has stored; empty without a conflict. */
  public List<Difference> getDifferences() {
    if (!stale) {
      return List.of();
    }
    Typed now = Typed.of(getStored());
    List<Difference> differences = new ArrayList<>();
    for (String field : FIELDS.stream().sorted().toList()) {
      String mine = getTyped().get(field);
      String theirs = now.get(field);
      if (!mine.equals(theirs)) {
        differences.add(new Difference(field, mine, theirs));
      }
    }
    return differences;
  }

  /** Day of the next document, as things stand; null when none is in sight. */
  public LocalDate getNext() {
    if (next == null) {
      next = nextDocument();
    }
    return next.orElse(null);
  }

  private Optional<LocalDate> nextDocument() {
    return (charged.services().isEmpty() ? List.<ForetoldEvent>of() : ahead.future().inTime())
        .stream()
            .filter(event -> event.kind() == Event.Kind.INVOICE)
            .map(ForetoldEvent::day)
            .findFirst();
  }

  public List<Choice> getLanguages() {
    Stream<Choice> known =
        Arrays.stream(Language.values()).map(l -> new Choice(l.code(), languages.name(l)));
    String present = getStored().language();
    boolean other = Arrays.stream(Language.values()).noneMatch(l -> l.code().equals(present));
    return (other ? Stream.concat(known, Stream.of(new Choice(present, present))) : known).toList();
  }

  public String save() {
    String done = "/client/company?faces-redirect=true&done=saved";
    if (!isChangeable()) {
      return "/client/company?faces-redirect=true";
    }
    if (getTyped().sameAs(Typed.of(getStored()))) {
      return done;
    }
    try {
      customers.update(visit.customerId(), getTyped().change(), Integer.valueOf(getVersion()));
      return done;
    } catch (Refused refused) {
      refuse(refused.problem());
    } catch (EJBException e) {
      if (!lost(e)) {
        throw e;
      }
      conflict();
    }
    return null;
  }

  private void refuse(Problem problem) {
    if (problem.code() == ProblemCode.CONCURRENT_CHANGE) {
      conflict();
      return;
    }
    String field = problem.field().replace("address.", "");
    String place = FIELDS.contains(field) ? "form:" + field : null;
    if (problem.code() == ProblemCode.CONDITIONS_NOT_MET) {
      feedback.fault(place, "service.company.moves");
    } else if (place == null) {
      feedback.refusal(null, problem.asException());
    } else if (field.equals("vatId") || field.equals("email")) {
      feedback.fault(place, "service.company.invalid." + field);
    } else {
      feedback.words(
          place,
          t.of(
              problem.code() == ProblemCode.MISSING_VALUE
                  ? "service.company.missing"
                  : "service.company.invalid",
              t.of("service.company." + field)));
    }
  }

  private void conflict() {
    stored = null;
    stale = true;
    feedback.fault(null, "service.company.stale");
  }

  private static boolean lost(Throwable at) {
    for (Throwable cause = at; cause != null; cause = cause.getCause()) {
      if (cause instanceof OptimisticLockException) {
        return true;
      }
    }
    return false;
  }

  /** A language and its own name. */
  public record Choice(String code, String name) {}

  /** A field in both versions. */
  public record Difference(String field, String typed, String stored) {}
}
