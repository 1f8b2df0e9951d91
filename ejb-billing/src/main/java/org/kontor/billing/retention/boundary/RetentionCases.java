package org.kontor.billing.retention.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kontor.billing.ledger.control.AccountHolders;
import org.kontor.billing.retention.control.CaseEvents;
import org.kontor.billing.retention.control.CaseRefusals;
import org.kontor.billing.retention.control.CaseRow;
import org.kontor.billing.retention.control.CaseStarts;
import org.kontor.billing.retention.control.CaseStore;
import org.kontor.billing.retention.control.CaseViews;
import org.kontor.billing.retention.control.Certificates;
import org.kontor.billing.retention.control.Terminating;
import org.kontor.billing.subscription.control.SubscriptionStore;
import org.kontor.crm.access.boundary.Caller;
import org.kontor.crm.customer.boundary.People;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.domain.customer.Check;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.RetentionPolicy.CancelledBy;
import org.kontor.domain.policy.RetentionPolicy.Inactivity;
import org.kontor.domain.retention.CaseKind;
import org.kontor.domain.retention.CaseState;
import org.kontor.domain.retention.EndedBy;

/** Cases as staff, customers and programs see, begin and end them. */
@Stateless
public class RetentionCases {

  private static final String WHAT = "retention case";

  @Inject private CaseStore store;
  @Inject private CaseViews views;
  @Inject private CaseStarts starts;
  @Inject private CaseEvents events;
  @Inject private Terminating terminating;
  @Inject private Certificates certificates;
  @Inject private SubscriptionStore subscriptions;
  @Inject private AccountHolders holders;
  @Inject private People people;
  @Inject private Caller caller;

  /** In the order of their ids, of one vendor or of all that the caller sees. */
  public Page<CaseView> list(
      String vendor, CaseState state, CaseKind kind, Long customer, String after, Integer limit) {
    int size = Page.limit(limit);
    List<CaseView> rows =
        store
            .list(caller.vendorFilter(vendor), state, kind, customer, Page.afterId(after), size + 1)
            .stream()
            .map(views::brief)
            .toList();
    return Page.of(rows, size, view -> Long.toString(view.id()));
  }

  /** One case, with its notices, what would stop it, and what follows. */
  public CaseView get(long id) {
    return views.full(visible(id));
  }

  /** What was deleted and purged by this case, in figures. */
  public List<CertificateView> certificates(long id) {
    visible(id);
    return certificates.of(id).stream().map(RetentionCases::shown).toList();
  }

  /**
   * What was deleted of a customer and what no longer names him, in the order in which it happened;
   * also of one who has left without a deletion.
   *
   * @throws org.kontor.domain.problem.Refused MISSING_VALUE, NOT_FOUND
   */
  public Page<CertificateView> certificatesOf(Long customerId, String after, Integer limit) {
    int size = Page.limit(limit);
    long customer = holders.asked(customerId).id();
    List<CertificateView> found =
        certificates.ofCustomer(customer, Page.afterId(after), size + 1).stream()
            .map(RetentionCases::shown)
            .toList();
    return Page.of(found, size, view -> Long.toString(view.id()));
  }

  private static CertificateView shown(Certificates.Stored stored) {
    return new CertificateView(
        stored.id(),
        stored.act(),
        Certificates.read(stored.content()),
        stored.content(),
        stored.hash(),
        stored.intact());
  }

  /**
   * Staff begin a deletion for inactivity, under the conditions of the automatic one (S3.34).
   *
   * @throws org.kontor.domain.problem.Refused CONDITIONS_NOT_MET, ON_HOLD, WRONG_STATE
   */
  public CaseView start(CaseRequest asked) {
    String reason = Check.text("reason", asked.reason(), 1, 500);
    long subscription = subscription(asked);
    CaseRow opened = starts.byStaff(subscription, reason);
    return views.full(opened);
  }

  /**
   * Moves to another provider: the service goes on through notice and transition, the data can be
   * taken out until it is deleted, also while the customer is suspended (STANDARDS D.9).
   *
   * @throws org.kontor.domain.problem.Refused WRONG_STATE, NOT_ALLOWED_FOR_ROLE
   */
  public CaseView terminate(CaseRequest asked) {
    String reason = Check.text("reason", asked.reason(), 1, 500);
    long subscription = subscription(asked);
    long customer = subscriptions.get(subscription).getCustomerId();
    onBehalf(customer, asked.personId(), Set.of("MAIN_ADMINISTRATOR"));
    return views.full(terminating.begin(subscription, reason));
  }

  /**
   * Ends a case before its deletion: the owner or an administrator, or staff (S3.36).
   *
   * @throws org.kontor.domain.problem.Refused WRONG_STATE, NOT_ALLOWED_FOR_ROLE
   */
  public CaseView cancel(long id, CaseRequest asked) {
    CaseRow seen = visible(id);
    String reason = Check.text("reason", asked.reason(), 1, 500);
    PolicyPack pack = starts.pack(seen.vendorCode());
    LocalDate today = starts.today(seen.vendorCode());
    LocalDate quiet = null;
    if (seen.kind() == CaseKind.INACTIVITY) {
      quiet = mayCancel(seen, pack.retention().inactivity(), asked.personId(), today);
    } else if (seen.kind() == CaseKind.TERMINATION) {
      onBehalf(seen.customerId(), asked.personId(), Set.of("MAIN_ADMINISTRATOR"));
    } else {
      throw CaseRefusals.wrongState(
          seen, "cancelled", "It ends with a payment or a conversion; staff may place a hold.");
    }
    subscriptions.forChange(seen.subscriptionId(), null);
    CaseRow row = store.lock(id).orElseThrow();
    if (!row.state().open()) {
      throw CaseRefusals.wrongState(row, "cancelled", "Only a running case can be cancelled.");
    }
    if (row.kind() == CaseKind.TERMINATION) {
      terminating.withdraw(row);
    }
    store.ended(id, EndedBy.PERSON, today, quiet);
    events.happened(row, "cancelled", Map.of("by", EndedBy.PERSON, "reason", reason), today);
    return views.full(visible(id));
  }

  private LocalDate mayCancel(CaseRow row, Inactivity policy, Long personId, LocalDate today) {
    if (policy == null) {
      return null;
    }
    if (personId != null) {
      if (!policy.cancelledBy().contains(CancelledBy.BUTTON)) {
        throw CaseRefusals.wrongState(
            row, "cancelled by the customer", "The policy does not list BUTTON.");
      }
      onBehalf(row.customerId(), personId, policy.cancelRoles());
    }
    // A cancellation counts as activity (settled reading of S3.36)
    return today.plusDays(policy.quietDays());
  }

  private void onBehalf(long customerId, Long personId, Set<String> roles) {
    if (personId == null) {
      return;
    }
    boolean may =
        people.role(customerId, personId).map(role -> roles.contains(role.name())).orElse(false);
    if (!may) {
      throw CaseRefusals.notForRole(String.join(", ", roles.stream().sorted().toList()));
    }
  }

  private static long subscription(CaseRequest asked) {
    if (asked.subscriptionId() == null) {
      throw Check.missing("subscriptionId");
    }
    return asked.subscriptionId();
  }

  private CaseRow visible(long id) {
    CaseRow row = store.get(id).orElseThrow(() -> NotFound.of(WHAT));
    caller.mustSee(row.vendorCode(), WHAT);
    return row;
  }
}
