package org.kontor.billing.policy.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kontor.domain.policy.RetentionPolicy;
import org.kontor.domain.policy.RetentionPolicy.AfterCancellation;
import org.kontor.domain.policy.RetentionPolicy.AfterStop;
import org.kontor.domain.policy.RetentionPolicy.CancelledBy;
import org.kontor.domain.policy.RetentionPolicy.Deletions;
import org.kontor.domain.policy.RetentionPolicy.Inactivity;
import org.kontor.domain.policy.RetentionPolicy.LegalTerm;
import org.kontor.domain.policy.RetentionPolicy.Termination;

/**
 * Makes the records of the section {@code retention}; what is left out has its documented value.
 */
final class RetentionMapping {

  private static final List<Integer> NOTICE_DAYS = List.of(10, 3, 1);

  private RetentionMapping() {}

  static RetentionPolicy retention(JsonNode node) {
    return new RetentionPolicy(
        node.has("afterStop") ? afterStop(node.get("afterStop")) : null,
        node.has("cancellation")
            ? new AfterCancellation(is(node.get("cancellation"), "effective", "AT_ONCE"))
            : null,
        node.path("suspendedMonthBilled").booleanValue(),
        node.has("inactivity") ? inactivity(node.get("inactivity")) : null,
        node.has("termination") ? termination(node.get("termination")) : null,
        node.has("deletions") ? deletions(node.get("deletions")) : RetentionPolicy.NONE.deletions(),
        node.has("legalTerm")
            ? legalTerm(node.get("legalTerm"))
            : RetentionPolicy.NONE.legalTerm());
  }

  private static AfterStop afterStop(JsonNode node) {
    return new AfterStop(
        number(node, "months"),
        RetentionPolicy.Start.valueOf(node.get("start").textValue()),
        node.get("closeAccount").booleanValue(),
        node.get("deleteData").booleanValue(),
        noticeDays(node),
        node.path("restoreDays").intValue());
  }

  private static Inactivity inactivity(JsonNode node) {
    List<Integer> notices = new ArrayList<>();
    notices.add(number(node, "noticeDays"));
    notices.addAll(Values.list(node.get("reminderDays"), JsonNode::intValue));
    Set<CancelledBy> cancelledBy =
        new HashSet<>(
            Values.list(node.get("cancelledBy"), by -> CancelledBy.valueOf(by.textValue())));
    return new Inactivity(
        number(node, "olderThanDays"),
        number(node, "withoutLoginDays"),
        is(node, "balance", "AT_OR_BELOW_ZERO"),
        is(node, "conditions", "ALL"),
        is(node, "byStaff", "ANY_TIME"),
        notices,
        is(node, "noticeTo", "OWNER"),
        cancelledBy,
        new HashSet<>(Values.texts(node.get("cancelRoles"))),
        number(node, "pauseAfterCancelDays"),
        number(node, "restoreDays"),
        is(node, "restoreNeeds", "PAUSE_OF_30_DAYS"),
        node.get("chargedAfterDeletion").booleanValue(),
        node.get("ladderStaysOn").booleanValue());
  }

  private static Termination termination(JsonNode node) {
    return new Termination(
        number(node, "noticePeriodDays"),
        number(node, "transitionDays"),
        number(node, "retrievalDays"),
        noticeDays(node));
  }

  private static Deletions deletions(JsonNode node) {
    return new Deletions(number(node, "batch"), number(node, "approvalAbove"));
  }

  private static LegalTerm legalTerm(JsonNode node) {
    return new LegalTerm(
        number(node, "years"),
        number(node, "days"),
        LegalTerm.From.valueOf(node.get("from").textValue()));
  }

  private static List<Integer> noticeDays(JsonNode node) {
    return node.has("noticeDays")
        ? Values.list(node.get("noticeDays"), JsonNode::intValue)
        : NOTICE_DAYS;
  }

  private static boolean is(JsonNode node, String name, String value) {
    return value.equals(node.get(name).textValue());
  }

  private static int number(JsonNode node, String name) {
    return node.get(name).intValue();
  }
}
