package org.kontor.billing.policy.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kontor.domain.customer.Role;
import org.kontor.domain.policy.AccessPolicy;
import org.kontor.domain.policy.AccessPolicy.CountedBy;
import org.kontor.domain.policy.AccessPolicy.Exhausted;
import org.kontor.domain.policy.AccessPolicy.FullBlock;
import org.kontor.domain.policy.AccessPolicy.HolidayDeferral;
import org.kontor.domain.policy.AccessPolicy.Lift;
import org.kontor.domain.policy.AccessPolicy.MidMonth;
import org.kontor.domain.policy.AccessPolicy.NegativeOn;
import org.kontor.domain.policy.AccessPolicy.NoExportWarning;
import org.kontor.domain.policy.AccessPolicy.Notices;
import org.kontor.domain.policy.AccessPolicy.Promise;
import org.kontor.domain.policy.AccessPolicy.TransferNotice;
import org.kontor.domain.policy.AccessPolicy.Trigger;
import org.kontor.domain.policy.AccessStage;
import org.kontor.domain.policy.AccessStage.Effect;
import org.kontor.domain.policy.LicenceStage;
import org.kontor.domain.policy.LicenceStage.When;

/**
 * Makes an {@link AccessPolicy} of the section whose form is right; what is left out is settled.
 */
final class AccessMapping {

  private static final AccessPolicy SETTLED = AccessPolicy.NONE;

  private AccessMapping() {}

  /**
   * @param topUpRoles of the wallet
   */
  static AccessPolicy map(JsonNode node, Set<String> topUpRoles) {
    boolean export = bool(node, "exportWhileSuspended", SETTLED.exportWhileSuspended());
    Trigger trigger = Trigger.valueOf(node.get("trigger").textValue());
    boolean overdue = trigger != Trigger.NEGATIVE_BALANCE;
    return new AccessPolicy(
        trigger,
        word(Exhausted.class, node, "exhausted", SETTLED.exhausted()),
        word(
            CountedBy.class,
            node,
            "countedBy",
            overdue ? CountedBy.DAYS_AFTER_DUE : CountedBy.DAYS_SINCE_NEGATIVE),
        word(MidMonth.class, node, "debtInMidMonth", SETTLED.debtInMidMonth()),
        stages(node.get("stages"), export),
        word(FullBlock.class, node, "fullBlock", SETTLED.fullBlock()),
        bool(node, "stageKeptUntilLifted", SETTLED.stageKeptUntilLifted()),
        word(Lift.class, node, "lift", overdue ? Lift.ALL_OVERDUE_PAID : Lift.NON_NEGATIVE_BALANCE),
        bool(node, "paymentPageStaysOpen", SETTLED.paymentPageStaysOpen()),
        export,
        noExportWarning(node.get("noExportWarning")),
        notices(node.get("notices")),
        word(HolidayDeferral.class, node, "holidayDeferral", SETTLED.holidayDeferral()),
        word(NegativeOn.class, node, "negativeOn", SETTLED.negativeOn()),
        bool(node, "liftOnDaysOff", SETTLED.liftOnDaysOff()),
        promise(node.get("promise")),
        transferNotice(node.get("transferNotice")),
        licenceStages(node.get("licenceStages"), export),
        payers(trigger, topUpRoles));
  }

  /** A balance is topped up by the roles that the pack names; an invoice by administrators too. */
  private static Set<Role> payers(Trigger trigger, Set<String> topUpRoles) {
    Set<Role> payers = EnumSet.noneOf(Role.class);
    topUpRoles.forEach(role -> payers.add(Role.valueOf(role)));
    if (trigger != Trigger.NEGATIVE_BALANCE) {
      payers.addAll(SETTLED.payers());
    }
    return payers;
  }

  private static List<AccessStage> stages(JsonNode node, boolean exportWhileSuspended) {
    return node == null
        ? List.of()
        : Values.list(node, stage -> stage(stage, exportWhileSuspended));
  }

  private static List<LicenceStage> licenceStages(JsonNode node, boolean exportWhileSuspended) {
    return node == null
        ? List.of()
        : Values.list(
            node,
            stage ->
                new LicenceStage(
                    stage.get("product").textValue(),
                    new HashSet<>(
                        Values.list(stage.get("when"), when -> When.valueOf(when.textValue()))),
                    stage.has("plans") ? Values.texts(stage.get("plans")) : List.of(),
                    stage.path("from").intValue(),
                    stage(stage, exportWhileSuspended)));
  }

  private static AccessStage stage(JsonNode node, boolean exportWhileSuspended) {
    Effect main = effect(node, "mainAdministrator");
    Effect other = effect(node, "administrator");
    Effect staff = effect(node, "staff");
    boolean suspended = List.of(main, other, staff).stream().allMatch(e -> e == Effect.BLOCKED);
    return new AccessStage(
        node.path("from").intValue(),
        main,
        other,
        staff,
        bool(node, "export", exportWhileSuspended || !suspended),
        bool(node, "support", true),
        bool(node, "stopsService", false),
        node.has("rules") ? Values.texts(node.get("rules")) : List.of());
  }

  private static NoExportWarning noExportWarning(JsonNode node) {
    return node == null
        ? null
        : new NoExportWarning(
            node.get("onInvoice").booleanValue(), node.get("reminderDayOfMonth").intValue());
  }

  private static Notices notices(JsonNode node) {
    return node == null
        ? null
        : new Notices(
            node.get("inApplication").booleanValue(),
            node.get("email").booleanValue(),
            node.get("mainAdministrator").booleanValue(),
            node.get("otherAdministrators").booleanValue(),
            node.get("oncePerCase").booleanValue());
  }

  private static Promise promise(JsonNode node) {
    return node == null
        ? null
        : new Promise(
            node.get("maxDays").intValue(),
            Promise.Counted.valueOf(node.get("counted").textValue()),
            node.get("deferredOnDaysOff").booleanValue(),
            node.get("role").textValue(),
            Promise.Again.valueOf(node.get("again").textValue()),
            node.get("maxPer30Days").intValue());
  }

  private static TransferNotice transferNotice(JsonNode node) {
    return node == null
        ? null
        : new TransferNotice(node.get("days").intValue(), node.get("workingDays").booleanValue());
  }

  private static Effect effect(JsonNode node, String audience) {
    return Effect.valueOf(node.get(audience).textValue());
  }

  private static boolean bool(JsonNode node, String name, boolean settled) {
    return node.has(name) ? node.get(name).booleanValue() : settled;
  }

  private static <E extends Enum<E>> E word(Class<E> type, JsonNode node, String name, E settled) {
    return node.has(name) ? Enum.valueOf(type, node.get(name).textValue()) : settled;
  }
}
