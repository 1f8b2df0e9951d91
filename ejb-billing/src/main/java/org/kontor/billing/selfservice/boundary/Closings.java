package org.kontor.billing.selfservice.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kontor.billing.ledger.control.AccountHolder;
import org.kontor.billing.ledger.control.AccountHolders;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.billing.retention.boundary.CaseRequest;
import org.kontor.billing.retention.boundary.CaseView;
import org.kontor.billing.retention.boundary.RetentionCases;
import org.kontor.billing.selfservice.boundary.ClosingView.Deletion;
import org.kontor.billing.selfservice.boundary.ClosingView.Move;
import org.kontor.billing.selfservice.boundary.ClosingView.Service;
import org.kontor.billing.subscription.boundary.SubscriptionLife;
import org.kontor.billing.subscription.boundary.SubscriptionView;
import org.kontor.billing.subscription.boundary.Subscriptions;
import org.kontor.crm.customer.boundary.People;
import org.kontor.crm.platform.boundary.Audit;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.domain.customer.Role;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.RetentionPolicy;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.retention.CaseKind;
import org.kontor.domain.retention.Countdown;
import org.kontor.domain.subscription.Cancellation.By;
import org.kontor.domain.subscription.SubscriptionSnapshot.State;
import org.kontor.domain.time.BusinessClock;

/**
 * The end of an account by its main administrator, and the way back (S1.36); deletions and who
 * stops them (S3.36, S3.40).
 */
@Stateless
public class Closings {

  /** Reasons that may be given; for figures, never asked for. */
  public static final Set<String> REASONS = Set.of("NONE", "PRICE", "MISSING", "UNUSED", "OTHER");

  private static final int MOST = 50;

  @Inject private Subscriptions subscriptions;
  @Inject private SubscriptionLife life;
  @Inject private OwnServices services;
  @Inject private RetentionCases cases;
  @Inject private People people;
  @Inject private AccountHolders holders;
  @Inject private PolicyBook policies;
  @Inject private BusinessClock clock;
  @Inject private Audit audit;

  /**
   * @param personId who asks
   * @param language of names, where the vendor has it
   */
  public ClosingView of(long customerId, long personId, String language) {
    Frame frame = frame(customerId);
    List<CaseView> open = openCases(customerId);
    List<SubscriptionView> views = living(customerId);
    Map<Long, OwnEnding> endings = services.endings(customerId, views, language);
    List<Service> living =
        views.stream().map(view -> service(view, endings.get(view.id()))).toList();
    return new ClosingView(
        frame.today,
        living,
        deletions(open, frame, people.role(customerId, personId).orElse(null)),
        frame.pack.portal().selfService().cancel(),
        move(frame.pack.retention().termination(), frame.today));
  }

  /** What is to be deleted, and whether this person can stop it. */
  public List<Deletion> deletions(long customerId, long personId) {
    Role role = people.role(customerId, personId).orElse(null);
    return deletions(openCases(customerId), frame(customerId), role);
  }

  private List<Deletion> deletions(List<CaseView> open, Frame frame, Role role) {
    Map<Long, String> names = names(open);
    return open.stream()
        .map(
            one ->
                new Deletion(
                    one.id(),
                    one.kind(),
                    names.get(one.subscriptionId()),
                    one.deletesOn(),
                    Math.max(0, ChronoUnit.DAYS.between(frame.today, one.deletesOn())),
                    one.kind().isStoppedBy(role, frame.pack.retention()),
                    one.kind().isStoppedByPayment(frame.pack.retention())))
        .toList();
  }

  /**
   * Cancels all that can be cancelled; asked twice it was asked once.
   *
   * @param reason one of {@link #REASONS}
   * @throws org.kontor.domain.problem.Refused CONDITIONS_NOT_MET where the policy leaves it to the
   *     vendor
   */
  public void close(long customerId, String reason) {
    mustBeOwn(customerId);
    List<SubscriptionView> open =
        living(customerId).stream()
            .filter(view -> view.endsOn() == null && view.state() != State.TRIAL)
            .toList();
    open.forEach(view -> life.cancel(view.id(), By.CUSTOMER, null));
    if (!open.isEmpty()) {
      audit.record(
          "account.closing",
          "customer/" + customerId,
          Map.of("services", open.size(), "reason", REASONS.contains(reason) ? reason : "NONE"));
    }
  }

  /**
   * Takes all cancellations back that the customer made and that have not come to their end.
   *
   * @throws org.kontor.domain.problem.Refused CONDITIONS_NOT_MET
   */
  public void keep(long customerId) {
    mustBeOwn(customerId);
    List<SubscriptionView> ending =
        living(customerId).stream().filter(view -> view.cancelledBy() == By.CUSTOMER).toList();
    ending.forEach(view -> life.keep(view.id(), null));
    if (!ending.isEmpty()) {
      audit.record("account.kept", "customer/" + customerId, Map.of("services", ending.size()));
    }
  }

  /**
   * Moves all services to another provider (STANDARDS D.9); those that move already stay as they
   * are.
   *
   * @throws org.kontor.domain.problem.Refused WRONG_STATE, NOT_ALLOWED_FOR_ROLE
   */
  public void move(long customerId, long personId) {
    Set<Long> moving = moving(openCases(customerId));
    living(customerId).stream()
        .filter(view -> !moving.contains(view.id()) && view.state() != State.TRIAL)
        .forEach(view -> cases.terminate(new CaseRequest(view.id(), personId, "by the customer")));
  }

  /**
   * Stops a deletion, where the policy gives the person this way.
   *
   * @throws org.kontor.domain.problem.Refused NOT_FOUND, WRONG_STATE, NOT_ALLOWED_FOR_ROLE
   */
  public void stop(long customerId, long personId, long caseId) {
    if (cases.get(caseId).customerId() != customerId) {
      throw NotFound.of("retention case");
    }
    cases.cancel(caseId, new CaseRequest(null, personId, "by the customer"));
  }

  private static Service service(SubscriptionView view, OwnEnding ending) {
    return new Service(
        view.id(),
        name(view),
        view.state(),
        view.trialLastDay(),
        view.endsOn(),
        view.cancelledBy() == By.CUSTOMER,
        ending);
  }

  private static Move move(RetentionPolicy.Termination policy, LocalDate today) {
    if (policy == null) {
      return null;
    }
    LocalDate deletes = Countdown.termination(policy, today).deletesOn();
    return new Move(Countdown.serviceEnds(policy, today), deletes.minusDays(1), deletes);
  }

  private List<CaseView> openCases(long customerId) {
    return all(after -> cases.list(null, null, null, customerId, after, MOST)).stream()
        .filter(one -> one.state().open())
        .toList();
  }

  private Map<Long, String> names(List<CaseView> cases) {
    return cases.isEmpty()
        ? Map.of()
        : all(after -> subscriptions.list(cases.get(0).customerId(), after, MOST)).stream()
            .collect(Collectors.toMap(SubscriptionView::id, Closings::name));
  }

  private static Set<Long> moving(List<CaseView> open) {
    return open.stream()
        .filter(one -> one.kind() == CaseKind.TERMINATION)
        .map(CaseView::subscriptionId)
        .collect(Collectors.toSet());
  }

  private List<SubscriptionView> living(long customerId) {
    return all(after -> subscriptions.list(customerId, after, MOST)).stream()
        .filter(view -> view.state() != State.ENDED && view.state() != State.DELETED)
        .toList();
  }

  /** All of a customer's, page by page: who closes its account leaves nothing behind. */
  private static <T> List<T> all(Function<String, Page<T>> pages) {
    List<T> all = new ArrayList<>();
    String after = null;
    do {
      Page<T> page = pages.apply(after);
      all.addAll(page.items());
      after = page.next();
    } while (after != null);
    return all;
  }

  private static String name(SubscriptionView view) {
    return view.planName() == null ? view.plan() : view.planName();
  }

  private void mustBeOwn(long customerId) {
    if (!frame(customerId).pack.portal().selfService().cancel()) {
      throw Problem.of(
              ProblemCode.CONDITIONS_NOT_MET,
              "",
              "The vendor ends services itself",
              "Ask the vendor.")
          .asException();
    }
  }

  private Frame frame(long customerId) {
    AccountHolder holder = holders.asked(customerId);
    LocalDate today = clock.today(holder.zone());
    return new Frame(today, policies.inForce(holder.vendorCode(), today));
  }

  /** The vendor's day, and the policy in force on it. */
  private record Frame(LocalDate today, PolicyPack pack) {}
}
