package org.kontor.billing.policy.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kontor.domain.policy.PolicyFault;

/**
 * What the sections of later features (retention, support, licence) must fulfil beyond their form.
 */
final class LaterCheck {

  private static final Set<String> EU =
      Set.of(
          ("AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE")
              .split(" "));

  private static final int LONGEST_NOTICE = 62;
  private static final int SHORTEST_RETRIEVAL = 30;

  private LaterCheck() {}

  static void check(JsonNode root, Values values) {
    JsonNode methods = root.path("wallet").path("methods");
    Set<String> known = new HashSet<>(Values.texts(methods));
    int place = 0;
    for (JsonNode method : root.path("licence").path("manualCheck")) {
      mustOffer(known, method, SourceTree.child("licence.manualCheck", place++), values);
    }
    JsonNode posted = root.path("support").path("postedDocuments").path("method");
    if (!posted.isMissingNode()) {
      mustOffer(known, posted, "support.postedDocuments.method", values);
    }
    topics(root.path("support"), values);
    hours(root.path("support").path("workingHours"), values);
    reminders(root.path("retention").path("inactivity"), values);
  }

  private static void mustOffer(Set<String> known, JsonNode method, String path, Values values) {
    if (!known.contains(method.textValue())) {
      values.fault(
          path,
          "The payment method " + method.textValue() + " is not offered",
          "Use one of wallet.methods, or add it there.");
    }
  }

  private static void topics(JsonNode support, Values values) {
    Set<String> departments = new HashSet<>();
    support.path("departments").forEach(d -> departments.add(d.path("code").textValue()));
    int place = 0;
    for (JsonNode topic : support.path("topics")) {
      String department = topic.path("department").textValue();
      if (!departments.contains(department)) {
        values.fault(
            SourceTree.child("support.topics", place) + ".department",
            "There is no department " + department,
            "Add it to support.departments, or correct the code.");
      }
      place++;
    }
  }

  private static void hours(JsonNode hours, Values values) {
    if (hours.path("from").asText("").compareTo(hours.path("to").asText("")) >= 0) {
      values.fault(
          "support.workingHours.to",
          "The desk would close before it opens",
          "Give a time after support.workingHours.from.");
    }
  }

  private static void reminders(JsonNode inactivity, Values values) {
    int notice = inactivity.path("noticeDays").asInt(0);
    int place = 0;
    for (JsonNode day : inactivity.path("reminderDays")) {
      if (day.intValue() >= notice) {
        values.fault(
            SourceTree.child("retention.inactivity.reminderDays", place),
            "A reminder " + day + " days before the deletion comes before the notice",
            "Use fewer days than noticeDays.");
      }
      place++;
    }
  }

  /** What a law may forbid to settings that are allowed here (STANDARDS D.9). */
  static List<PolicyFault> warnings(JsonNode root) {
    JsonNode export = root.path("access").path("exportWhileSuspended");
    boolean inUnion = EU.contains(root.at("/seller/address/country").asText());
    List<PolicyFault> warnings = new ArrayList<>();
    if (inUnion && export.isBoolean() && !export.booleanValue()) {
      warnings.add(
          new PolicyFault(
              "access.exportWhileSuspended",
              "The EU Data Act (2023/2854, art. 25) and the GDPR (art. 15, 20) may give suspended"
                  + " customers a right to their data (S1.37)",
              "Have it decided by the vendor's lawyer; true allows the export."));
    }
    JsonNode retention = root.path("retention");
    boolean deletes = retention.has("afterStop") || retention.has("inactivity");
    if (inUnion && deletes) {
      termination(retention.path("termination"), warnings);
    }
    return warnings;
  }

  private static void termination(JsonNode termination, List<PolicyFault> warnings) {
    if (termination.isMissingNode()) {
      warnings.add(
          new PolicyFault(
              "retention",
              "The EU Data Act (2023/2854, art. 25) gives customers a way to another provider with"
                  + " 30 days to retrieve their data, and this pack has none",
              "Add retention.termination, or have it decided by the vendor's lawyer."));
    } else if (termination.path("noticePeriodDays").intValue() > LONGEST_NOTICE
        || termination.path("retrievalDays").intValue() < SHORTEST_RETRIEVAL) {
      warnings.add(
          new PolicyFault(
              "retention.termination",
              "The EU Data Act (2023/2854, art. 25) allows a notice of 2 months at most and asks"
                  + " for 30 days of retrieval at least",
              "Have it decided by the vendor's lawyer."));
    }
  }
}
