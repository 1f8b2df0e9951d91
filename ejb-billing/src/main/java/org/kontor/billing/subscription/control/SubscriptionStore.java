package org.kontor.billing.subscription.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.kontor.billing.subscription.entity.LimitOverride;
import org.kontor.billing.subscription.entity.PlanChange;
import org.kontor.billing.subscription.entity.Subscription;
import org.kontor.billing.subscription.entity.SubscriptionComponent;
import org.kontor.crm.access.boundary.Caller;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.domain.change.ChangeState;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;

/** Stored subscriptions and what belongs to them, as the caller may see them. */
@ApplicationScoped
public class SubscriptionStore {

  private static final String WHAT = "subscription";

  @PersistenceContext(unitName = "billing")
  private EntityManager em;

  private final Caller caller;

  @Inject
  public SubscriptionStore(Caller caller) {
    this.caller = caller;
  }

  /** For the container's proxy. */
  protected SubscriptionStore() {
    this(null);
  }

  /** To be read; NOT_FOUND when there is none that the caller may see. */
  public Subscription get(long id) {
    return visible(em.find(Subscription.class, id));
  }

  /**
   * To be changed: locked for this transaction, its version raised at the end whatever part
   * changes.
   *
   * @param expectedVersion null when the caller did not say
   */
  public Subscription forChange(long id, Integer expectedVersion) {
    Subscription found = visible(em.find(Subscription.class, id, LockModeType.PESSIMISTIC_WRITE));
    if (expectedVersion != null && expectedVersion != found.getVersion()) {
      throw Problem.of(
              ProblemCode.CONCURRENT_CHANGE,
              "If-Match",
              "The subscription has changed since it was read",
              "Read it again, look at what changed, and send the request with the new ETag.")
          .asException();
    }
    touch(found);
    return found;
  }

  /** Raises the version at the end of the transaction, also when only its parts change. */
  public void touch(Subscription subscription) {
    em.lock(subscription, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
  }

  /** Of a chunk, ascending, locked for this transaction. */
  public List<Subscription> chunk(long[] ids) {
    return em.createNamedQuery(Subscription.BY_IDS, Subscription.class)
        .setParameter("ids", boxed(ids))
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  public List<Subscription> byIds(List<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : em.createNamedQuery(Subscription.BY_IDS, Subscription.class)
            .setParameter("ids", ids)
            .getResultList();
  }

  public List<SubscriptionComponent> componentsInForce(long... subscriptionIds) {
    return em.createNamedQuery(SubscriptionComponent.IN_FORCE, SubscriptionComponent.class)
        .setParameter("ids", boxed(subscriptionIds))
        .getResultList();
  }

  public List<PlanChange> waiting(long... subscriptionIds) {
    return em.createNamedQuery(PlanChange.WAITING_OF, PlanChange.class)
        .setParameter("ids", boxed(subscriptionIds))
        .setParameter("waiting", ChangeState.WAITING)
        .getResultList();
  }

  public List<PlanChange> changes(long subscriptionId) {
    return em.createNamedQuery(PlanChange.OF_SUBSCRIPTION, PlanChange.class)
        .setParameter(WHAT, subscriptionId)
        .getResultList();
  }

  public Optional<PlanChange> change(long subscriptionId, long changeId) {
    return Optional.ofNullable(em.find(PlanChange.class, changeId))
        .filter(change -> change.getSubscriptionId() == subscriptionId);
  }

  public List<LimitOverride> overrides(long... subscriptionIds) {
    return em.createNamedQuery(LimitOverride.OF_SUBSCRIPTIONS, LimitOverride.class)
        .setParameter("ids", boxed(subscriptionIds))
        .getResultList();
  }

  public void add(Object entity) {
    em.persist(entity);
  }

  public void remove(Object entity) {
    em.remove(entity);
  }

  /** Before plain SQL reads what was stored here. */
  public void flush() {
    em.flush();
  }

  private Subscription visible(Subscription found) {
    if (found == null) {
      throw NotFound.of(WHAT);
    }
    caller.mustSee(found.getVendorCode(), WHAT);
    return found;
  }

  private static List<Long> boxed(long[] ids) {
    return Arrays.stream(ids).boxed().toList();
  }
}
