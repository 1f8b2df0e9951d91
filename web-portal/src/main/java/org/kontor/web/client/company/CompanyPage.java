package org.kontor.web.client.company;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.validator.ValidatorException;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.persistence.OptimisticLockException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kontor.billing.timeline.boundary.ForetoldEvent;
import org.kontor.crm.customer.boundary.Agreements;
import org.kontor.crm.customer.boundary.Agreements.Agreement;
import org.kontor.crm.customer.boundary.CustomerView;
import org.kontor.crm.customer.boundary.Customers;
import org.kontor.domain.customer.DocumentAddresses;
import org.kontor.domain.merge.Merge;
import org.kontor.domain.policy.PostalAddress;
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
 * The customer's data. What two people change at the same time is brought together field by field
 * ({@link Merge}); only what both changed differently is asked for. The form carries what its
 * reader saw, because that alone tells which fields are its own changes. Who forges it overwrites
 * nothing that it could not overwrite anyway.
 */
@Named
@RequestScoped
public class CompanyPage {

  /**
   * Prefixes of the fields that say what was seen, what was typed of a contested one, and what its
   * typist had seen before.
   */
  private static final String SEEN = "seen.";

  private static final String MINE = "mine.";
  private static final String WAS = "was.";
  private static final int TRIES = 3;

  /** Characters of an address (RFC 5321). */
  private static final int LONGEST = 254;

  /** Fields that say in words of their own what is wrong. */
  private static final Set<String> OWN_WORDS = Set.of("vatId", "email", "purchaseOrderReference");

  @Inject private HttpServletRequest request;
  @Inject private Visit visit;
  @Inject private Rights rights;
  @Inject private Customers customers;
  @Inject private Agreements agreed;
  @Inject private Charged charged;
  @Inject private Ahead ahead;
  @Inject private LanguageBean languages;
  @Inject private Feedback feedback;
  @Inject private TextBean t;

  private CustomerView stored;
  private Map<String, String> typed;
  private Map<String, String> seen;
  private List<String> contested = List.of();
  private Optional<LocalDate> next;
  private List<Agreement> agreements;

  public CustomerView getStored() {
    if (stored == null) {
      stored = customers.view(visit.customerId());
    }
    return stored;
  }

  /** What stands in the form: what was typed, else what is stored. */
  public Map<String, String> getTyped() {
    if (typed == null) {
      typed = isSent() ? open() : CompanyFields.of(getStored());
    }
    return typed;
  }

  /** What the reader of the form saw when it opened it, for the form to carry along. */
  public List<Choice> getSeen() {
    if (seen == null) {
      seen = isSent() ? sent(SEEN) : CompanyFields.of(getStored());
    }
    return seen.entrySet().stream().map(e -> new Choice(SEEN + e.getKey(), e.getValue())).toList();
  }

  private static boolean isSent() {
    return FacesContext.getCurrentInstance().isPostback();
  }

  private Map<String, String> sent(String prefix) {
    Map<String, String> sent = new HashMap<>();
    for (String field : CompanyFields.names()) {
      String value = request.getParameter(prefix + field);
      if (value != null) {
        sent.put(field, CompanyFields.clean(field, value));
      }
    }
    return sent;
  }

  /** What was typed of contested fields whose choice was left open. */
  private Map<String, String> open() {
    Map<String, String> open = sent(MINE);
    open.keySet().removeIf(field -> request.getParameter("form:" + field) != null);
    return open;
  }

  public boolean isChangeable() {
    return rights.acts(ClientPage.COMPANY);
  }

  /** Whether a field is a choice between two versions, because somebody else changed it too. */
  public boolean contests(String field) {
    return contested.contains(field);
  }

  /**
   * What the reader had seen before somebody else changed a contested field: a page that is opened
   * anew, in another language, finds the same conflict by it and decides nothing.
   */
  public String was(String field) {
    String was = request.getParameter(WAS + field);
    return CompanyFields.clean(field, was == null ? request.getParameter(SEEN + field) : was);
  }

  /** A value as people read it. */
  public String shown(String field, String value) {
    if (value.isEmpty()) {
      return t.of("account.company.nothing");
    }
    if (field.equals("country")) {
      return new Locale("", value).getDisplayCountry(visit.getLanguage().locale());
    }
    if (field.equals(CompanyFields.FURTHER)) {
      return String.join(", ", CompanyFields.lines(value));
    }
    return field.equals("language")
        ? new Locale(value).getDisplayLanguage(visit.getLanguage().locale())
        : value;
  }

  /** What somebody else has stored meanwhile. */
  public String theirs(String field) {
    return CompanyFields.of(getStored()).get(field);
  }

  public int getMostFurther() {
    return DocumentAddresses.MOST_FURTHER;
  }

  /** Tells which lines are no e-mail addresses, together with all else that is wrong. */
  public void checkFurther(FacesContext faces, UIComponent field, Object sent) {
    List<String> lines = sent == null ? List.of() : CompanyFields.lines(sent.toString());
    if (DocumentAddresses.tooMany(lines)) {
      throw new ValidatorException(
          new FacesMessage(t.of("service.company.furtherEmails.many", getMostFurther())));
    }
    List<String> wrong = DocumentAddresses.wrong(lines);
    if (!wrong.isEmpty()) {
      throw new ValidatorException(
          new FacesMessage(t.of("service.company.invalid.furtherEmails", quoted(wrong))));
    }
  }

  /** As much of them as could be addresses. */
  private static String quoted(List<String> lines) {
    return lines.stream()
        .map(line -> line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line)
        .collect(Collectors.joining(" · "));
  }

  /** Whether documents can go to the stored address; who came by itself may bring it later. */
  public boolean isAddressed() {
    return PostalAddress.suffices(getStored().address());
  }

  /** What was agreed to with the registration. */
  public List<Agreement> getAgreements() {
    if (agreements == null) {
      agreements = agreed.of(visit.customerId());
    }
    return agreements;
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
    if (!isChangeable()) {
      return "/client/company?faces-redirect=true";
    }
    Map<String, String> open = open();
    open.forEach(getTyped()::put);
    Map<String, String> mine = CompanyFields.of(getTyped());
    Map<String, String> saw = sent(SEEN);
    for (int i = 1; ; i++) {
      stored = null;
      Map<String, String> theirs = CompanyFields.of(getStored());
      Merge merge = Merge.of(saw, mine, theirs);
      typed = new HashMap<>(merge.values());
      seen = theirs;
      if (isAsked(merge, open)) {
        return null;
      }
      try {
        if (!merge.values().equals(theirs)) {
          customers.update(
              visit.customerId(), CompanyFields.change(merge.values()), getStored().version());
        }
        return "/client/company?faces-redirect=true&done="
            + (merge.joins(mine) ? "joined" : "saved");
      } catch (Refused | EJBException e) {
        if (!isTaken(e) || i == TRIES) {
          refuse(e);
          return null;
        }
      }
    }
  }

  /** Asks for what only a person can decide; a choice that was left open is asked for again. */
  private boolean isAsked(Merge merge, Map<String, String> open) {
    contested =
        CompanyFields.names().stream()
            .filter(field -> merge.contested().contains(field) || open.containsKey(field))
            .toList();
    if (!contested.isEmpty() && open.isEmpty()) {
      feedback.fault(null, "account.company.contested");
    }
    contested.forEach(field -> feedback.words(null, choose(field)));
    return !contested.isEmpty();
  }

  /** What is asked for where a choice was left open. */
  public String choose(String field) {
    return t.of("account.company.choose", t.of("service.company." + field));
  }

  private void refuse(RuntimeException e) {
    if (!(e instanceof Refused refused)) {
      throw e;
    }
    refuse(refused.problem());
  }

  private void refuse(Problem problem) {
    String field = problem.field().replace("address.", "");
    String place = CompanyFields.names().contains(field) ? "form:" + field : null;
    if (problem.code() == ProblemCode.CONDITIONS_NOT_MET) {
      feedback.fault(place, "service.company.moves");
    } else if (place == null) {
      feedback.refusal(null, problem.asException());
    } else if (OWN_WORDS.contains(field)) {
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

  private static boolean isTaken(RuntimeException at) {
    if (at instanceof Refused refused) {
      return refused.problem().code() == ProblemCode.CONCURRENT_CHANGE;
    }
    for (Throwable cause = at; cause != null; cause = cause.getCause()) {
      if (cause instanceof OptimisticLockException) {
        return true;
      }
    }
    return false;
  }

  /** A language and its own name, or a field and its value. */
  public record Choice(String code, String name) {}
}
