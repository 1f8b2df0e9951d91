package org.kontor.billing.message.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kontor.billing.retention.control.CaseDates;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.message.Happened;
import org.kontor.domain.message.MessageAudience;
import org.kontor.domain.message.MessageDraft;
import org.kontor.domain.message.MessageSource;
import org.kontor.domain.message.Renewed;

/**
 * What becomes of trials (S1.6), subscriptions and their changes (S1.17), told to administrators.
 */
@ApplicationScoped
public class SubscriptionMessages implements MessageSource {

  private static final String TRIAL_ENDING = "trial.ending";
  private static final String TRIAL_DELETED = "trial.deleted";
  private static final String TRIAL_LOCKED = "trial.locked";
  private static final String REFUSED = "change.refused";

  /** Dates of the payload that the texts name. */
  private static final Set<String> DATES = Set.of("deletedOn", "endsOn", "effectiveOn");

  private final Sql sql;
  private final Named named;
  private final CaseDates dates;

  @Inject
  public SubscriptionMessages(Sql sql, Named named, CaseDates dates) {
    this.sql = sql;
    this.named = named;
    this.dates = dates;
  }

  /** For the container's proxy. */
  protected SubscriptionMessages() {
    this(null, null, null);
  }

  @Override
  public Set<String> topics() {
    return Set.of(
        TRIAL_ENDING,
        TRIAL_LOCKED,
        TRIAL_DELETED,
        "subscription.activated",
        "subscription.stopped",
        "subscription.restored",
        "subscription.cancelled",
        "subscription.ended",
        "change.waiting",
        "change.applied",
        "change.withdrawn",
        REFUSED);
  }

  @Override
  public List<MessageDraft> drafts(Happened what) {
    if (what.topic().equals(REFUSED) && !"customer".equals(what.text("audience"))) {
      return List.of();
    }
    if ("ACCESS".equals(what.text("by"))) {
      // Told as a stage of the ladder, or as access that is restored
      return List.of();
    }
    Map<String, Object> values = new HashMap<>();
    values.put("plan", named.plan(what.vendor(), subscription(what), what.businessDate()));
    for (String name : DATES) {
      LocalDate date = what.date(name);
      if (date != null) {
        values.put(name, date);
      }
    }
    if (what.topic().equals(TRIAL_ENDING)) {
      values.put("daysLeft", what.number("daysLeft"));
      return List.of(
          MessageDraft.mailAndNotice(what.topic(), MessageAudience.ADMINISTRATOR, values, null));
    }
    // The people of a trial are gone with it; the customer's own address stays
    MessageAudience to =
        what.topic().equals(TRIAL_DELETED)
            ? MessageAudience.BILLING
            : MessageAudience.MAIN_ADMINISTRATOR;
    return List.of(MessageDraft.mail(what.topic(), to, values));
  }

  /** A warning before the deletion of a trial is over when the trial is, or a hold ended it. */
  @Override
  public boolean stillWanted(Happened what) {
    if (!what.topic().equals(TRIAL_ENDING) && !what.topic().equals(TRIAL_LOCKED)) {
      return true;
    }
    long caseId = what.payload().containsKey("caseId") ? what.number("caseId") : 0;
    return sql.one(
            row -> row.getString(1),
            "select s.state from subscription s where s.id = ? and not exists (select 1 from"
                + " retention_case c where c.id = ? and c.state = 'CANCELLED')",
            subscription(what),
            caseId)
        .filter("TRIAL"::equals)
        .isPresent();
  }

  @Override
  public Optional<Renewed> renewed(Happened what) {
    return what.topic().equals(TRIAL_ENDING) ? dates.renewed(what, "deletedOn") : Optional.empty();
  }

  /** In the payload, or before the colon of the key; a change names the subscription it changes. */
  private long subscription(Happened what) {
    if (what.payload().containsKey("subscriptionId")) {
      return what.number("subscriptionId");
    }
    long id = Long.parseLong(what.key().split(":")[0]);
    return what.topic().startsWith("change.")
        ? sql.one(row -> row.getLong(1), "select subscription_id from plan_change where id = ?", id)
            .orElse(0L)
        : id;
  }
}
