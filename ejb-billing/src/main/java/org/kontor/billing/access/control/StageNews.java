package org.kontor.billing.access.control;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.kontor.billing.access.control.Evaluation.Change;
import org.kontor.crm.platform.boundary.Outbox.Message;
import org.kontor.domain.access.Because;
import org.kontor.domain.access.Step;
import org.kontor.domain.policy.AccessStage;
import org.kontor.domain.policy.PolicyPack;

/**
 * What is told when a stage begins: once for each stage of a case, with the exact moment of the
 * next one (S3.15), and once more for what restricts again after something has spared it. A case
 * whose first stage is put off is told before it, as stage 0, where the policy has notices (S2.13,
 * S2.22).
 */
final class StageNews {

  private StageNews() {}

  static Optional<Message> of(PolicyPack pack, Change change, long caseId, LocalDate today) {
    Step step = change.step();
    if (step == null || step.no() <= change.told()) {
      return Optional.empty();
    }
    boolean deferred = step.no() == 0 && pack.access().notices() != null;
    if (!deferred && !step.stage().isFelt()) {
      return Optional.empty();
    }
    Because because = step.because();
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("caseId", caseId);
    payload.put("subscriptionId", change.row().subscriptionId());
    payload.put("stage", step.no());
    payload.put("from", step.from());
    payload.put("cause", because.cause());
    payload.put("rules", because.rules());
    payload.put("policy", because.policy());
    payload.put("subject", because.subject());
    payload.put("amount", because.amount().amount().toPlainString());
    payload.put("currency", because.amount().currency().getCurrencyCode());
    payload.put("since", because.since());
    payload.put("effects", effects(step.stage()));
    payload.put("export", step.stage().export());
    payload.put("paymentPage", pack.access().paymentPageStaysOpen());
    payload.put("before", effects(before(pack, change.told())));
    payload.put("again", change.graces() > 0 && step.no() > 0);
    payload.put("promiseEnded", change.promiseEnded());
    change.schedule().after(change.moment()).ifPresent(next -> payload.put("next", next(next)));
    return Optional.of(
        new Message(
            "access.stage",
            key(caseId, step, change),
            pack.code(),
            change.row().customerId(),
            payload,
            today));
  }

  /** Receivers know a stage by it; after a grace it is another one. */
  private static String key(long caseId, Step step, Change change) {
    String key = caseId + "/" + step.no();
    return change.graces() == 0 ? key : key + "/" + change.graces();
  }

  private static AccessStage before(PolicyPack pack, int told) {
    return told < 1 || told > pack.access().stages().size()
        ? AccessStage.FREE
        : pack.access().stages().get(told - 1);
  }

  private static Map<String, Object> next(Step next) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("stage", next.no());
    map.put("at", next.from());
    map.put("effects", effects(next.stage()));
    map.put("export", next.stage().export());
    map.put("skippedDays", next.skippedDays());
    return map;
  }

  private static Map<String, Object> effects(AccessStage stage) {
    Map<String, Object> effects = new LinkedHashMap<>();
    effects.put("MAIN_ADMINISTRATOR", stage.mainAdministrator());
    effects.put("ADMINISTRATOR", stage.administrator());
    effects.put("STAFF", stage.staff());
    return effects;
  }
}
