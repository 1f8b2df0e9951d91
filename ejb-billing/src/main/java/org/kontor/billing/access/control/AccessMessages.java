package org.kontor.billing.access.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.message.Happened;
import org.kontor.domain.message.MessageAudience;
import org.kontor.domain.message.MessageDraft;
import org.kontor.domain.message.MessageSource;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.AccessPolicy.Notices;
import org.kontor.domain.policy.AccessStage.Effect;

/**
 * Stages that begin and promises: told to those for whom something changes (S3.12, S3.13), with the
 * exact moment of what comes next (S3.15) and, where it is so, that nothing can be exported
 * (S1.38).
 */
@ApplicationScoped
public class AccessMessages implements MessageSource {

  private static final String STAGE = "access.stage";
  private static final String LIFTED = "access.lifted";
  private static final List<MessageAudience> AUDIENCES =
      List.of(
          MessageAudience.MAIN_ADMINISTRATOR,
          MessageAudience.OTHER_ADMINISTRATOR,
          MessageAudience.STAFF);
  private static final List<String> ROLES = List.of("MAIN_ADMINISTRATOR", "ADMINISTRATOR", "STAFF");

  private final Sql sql;
  private final PolicyBook policies;

  @Inject
  public AccessMessages(Sql sql, PolicyBook policies) {
    this.sql = sql;
    this.policies = policies;
  }

  /** For the container's proxy. */
  protected AccessMessages() {
    this(null, null);
  }

  @Override
  public Set<String> topics() {
    return Set.of(STAGE, LIFTED, "promise.taken", "promise.kept", "promise.broken");
  }

  @Override
  public List<MessageDraft> drafts(Happened what) {
    if (what.topic().equals(STAGE)) {
      return stage(what);
    }
    if (what.topic().equals(LIFTED)) {
      return what.number("stage") < 1
          ? List.of()
          : List.of(MessageDraft.mail(LIFTED, MessageAudience.MAIN_ADMINISTRATOR, Map.of()));
    }
    Map<String, Object> values =
        Map.of(
            "amount", Money.of(what.text("amount"), what.text("currency")),
            "until", Instant.parse(what.text("until")));
    return List.of(MessageDraft.mail(what.topic(), MessageAudience.MAIN_ADMINISTRATOR, values));
  }

  /** A stage of a case that is over by now is told to nobody. */
  @Override
  public boolean stillWanted(Happened what) {
    return !what.topic().equals(STAGE)
        || sql.one(
                row -> row.getBoolean(1),
                "select closed_at is null from access_case where id = ?",
                what.number("caseId"))
            .orElse(false);
  }

  private List<MessageDraft> stage(Happened what) {
    Notices notices = policies.inForce(what.vendor(), what.businessDate()).access().notices();
    boolean again = "true".equals(what.text("again"));
    if (notices != null && notices.oncePerCase() && !again) {
      // The exhausted balance was told already, once and by balance.exhausted (S2.13, S2.14)
      return List.of();
    }
    List<MessageDraft> drafts = new ArrayList<>();
    if (again && !"true".equals(what.text("promiseEnded"))) {
      others(what).ifPresent(drafts::add);
    }
    for (int i = 0; i < ROLES.size(); i++) {
      String effect = effect(what.payload().get("effects"), ROLES.get(i));
      if (!effect.equals(effect(what.payload().get("before"), ROLES.get(i)))) {
        drafts.add(draft(what, i, effect));
      }
    }
    return drafts;
  }

  /** Who can pay hears that others are shut out again, also where it takes nothing from him. */
  private static Optional<MessageDraft> others(Happened what) {
    Object effects = what.payload().get("effects");
    boolean spared = !Effect.valueOf(effect(effects, ROLES.get(0))).restricts();
    boolean restricted =
        ROLES.stream().anyMatch(role -> Effect.valueOf(effect(effects, role)).restricts());
    return spared && restricted
        ? Optional.of(
            MessageDraft.mail(
                STAGE + ".others",
                MessageAudience.MAIN_ADMINISTRATOR,
                Map.of("amount", owed(what), "since", what.date("since"))))
        : Optional.empty();
  }

  /** Of an exhausted balance the payload carries the balance itself. */
  private static Money owed(Happened what) {
    Money amount = Money.of(what.text("amount"), what.text("currency"));
    return amount.isNegative() ? amount.negated() : amount;
  }

  private static MessageDraft draft(Happened what, int audience, String effect) {
    Map<String, Object> values = new HashMap<>();
    values.put("effect", effect);
    values.put("amount", owed(what));
    values.put("since", what.date("since"));
    boolean exportEnds = "false".equals(what.text("export"));
    Instant until = null;
    if (what.payload().get("next") instanceof Map<?, ?> next) {
      until = Instant.parse(String.valueOf(next.get("at")));
      values.put("nextAt", until);
      values.put("nextEffect", effect(next.get("effects"), ROLES.get(audience)));
      exportEnds = exportEnds || Boolean.FALSE.equals(next.get("export"));
    }
    values.put("export", exportEnds ? "no" : "yes");
    // A reminder is a pop-up (S3.12); what takes something away is mailed to who can pay
    boolean restricts = Effect.valueOf(effect).restricts();
    boolean mailed = restricts && AUDIENCES.get(audience) != MessageAudience.STAFF;
    return new MessageDraft(
        until == null ? STAGE + ".last" : STAGE,
        AUDIENCES.get(audience),
        values,
        List.of(),
        mailed,
        true,
        until);
  }

  private static String effect(Object effects, String role) {
    Object effect = effects instanceof Map<?, ?> map ? map.get(role) : null;
    return effect == null ? Effect.FULL.name() : effect.toString();
  }
}
