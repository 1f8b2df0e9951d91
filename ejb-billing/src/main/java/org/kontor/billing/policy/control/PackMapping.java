package org.kontor.billing.policy.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kontor.domain.policy.BillingPolicy;
import org.kontor.domain.policy.LaterPolicies;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.PortalPolicy;
import org.kontor.domain.policy.PortalPolicy.SelfService;
import org.kontor.domain.policy.PortalPolicy.WhileOwing;
import org.kontor.domain.policy.SafetyBounds;
import org.kontor.domain.policy.Seller;
import org.kontor.domain.policy.TrialPolicy;
import org.kontor.domain.policy.WalletPolicy;

/** Makes the records of a tree whose form is right. Values that name nothing are collected. */
final class PackMapping {

  private final Values values;

  private PackMapping(Values values) {
    this.values = values;
  }

  /**
   * @param as vendor code to use instead of the file's own, or null
   */
  static PolicyPack map(JsonNode root, String as, Values values) {
    PackMapping mapping = new PackMapping(values);
    return new PolicyPack(
        as == null ? root.get("code").textValue() : as,
        root.get("version").intValue(),
        values.date(root.get("effectiveFrom"), "effectiveFrom"),
        mapping.seller(root.get("seller")),
        new CatalogueMapping(values).catalogue(root.get("catalogue")),
        mapping.billing(root.get("billing")),
        mapping.wallet(root.get("wallet")),
        trial(root.get("trial")),
        bounds(root.get("bounds")),
        AccessMapping.map(root.get("access"), topUpRoles(root.get("wallet"))),
        RetentionMapping.retention(root.get("retention")),
        root.has("portal")
            ? portal(root.get("portal"), as == null || as.equals(root.get("code").textValue()))
            : PortalPolicy.NONE,
        new LaterPolicies(
            Canonical.json(root.get("support")), Canonical.json(root.get("licence"))));
  }

  private Seller seller(JsonNode node) {
    JsonNode address = node.get("address");
    return new Seller(
        text(node, "name"),
        text(node, "legalName"),
        text(node, "registrationId"),
        text(node, "vatId"),
        new Seller.Address(
            text(address, "line"),
            text(address, "city"),
            text(address, "postCode"),
            text(address, "subdivision"),
            text(address, "country")),
        values.zone(node.get("zone"), "seller.zone"),
        values.currency(node.get("currency"), "seller.currency"),
        Values.texts(node.get("languages")),
        bank(node.get("bank")),
        vat(node.get("vat")),
        Values.list(node.get("series"), PackMapping::series),
        text(node, "email"));
  }

  private static Seller.Bank bank(JsonNode node) {
    return new Seller.Bank(
        text(node, "holder"),
        text(node, "name"),
        text(node, "account"),
        text(node, "bic"),
        Values.names(node.get("instructions")));
  }

  private static Seller.Vat vat(JsonNode node) {
    JsonNode reason = node.get("exemptionReason");
    return new Seller.Vat(
        text(node, "category"),
        Values.decimal(node.get("rate")),
        reason == null ? null : Values.names(reason),
        node.get("pricesInclude").booleanValue());
  }

  private static Seller.Series series(JsonNode node) {
    return new Seller.Series(
        text(node, "code"), Seller.DocumentKind.valueOf(text(node, "kind")), text(node, "pattern"));
  }

  private BillingPolicy billing(JsonNode node) {
    JsonNode due = node.get("due");
    return new BillingPolicy(
        node.get("invoiceDay").intValue(),
        new BillingPolicy.Due(due.get("dayOfMonth").intValue(), due.get("minimumDays").intValue()),
        node.get("dailyDivisor").intValue(),
        BillingPolicy.DailyRounding.valueOf(text(node, "dailyRounding")),
        BillingPolicy.HeadcountReading.valueOf(text(node, "headcount")),
        BillingPolicy.ChangeBilling.valueOf(text(node, "change")),
        BillingPolicy.FirstMonth.valueOf(text(node, "firstMonth")),
        node.get("activationDayCharged").booleanValue(),
        node.get("invoiceWhileStopped").booleanValue(),
        node.get("recheckLimitsAtEffectiveDate").booleanValue(),
        node.get("partialPaymentLiftsStop").booleanValue(),
        node.get("renewalLeadDays").intValue(),
        BillingPolicy.LateRenewal.valueOf(text(node, "lateRenewal")));
  }

  private static Set<String> topUpRoles(JsonNode wallet) {
    return new HashSet<>(Values.texts(wallet.get("topUpRoles")));
  }

  private WalletPolicy wallet(JsonNode node) {
    BigDecimal minimum = Values.optionalDecimal(node.get("minimumTopUp"));
    Set<String> roles = topUpRoles(node);
    return new WalletPolicy(
        WalletPolicy.VatMode.valueOf(text(node, "vatMode")),
        Values.list(
            node.get("bonus"),
            step ->
                new WalletPolicy.BonusStep(
                    Values.decimal(step.get("from")), Values.decimal(step.get("percent")))),
        node.get("spendBonusFirst").booleanValue(),
        roles,
        minimum,
        values.currencies(node.get("paymentCurrencies"), "wallet.paymentCurrencies"),
        text(node, "rateSource"),
        Values.texts(node.get("methods")));
  }

  private static TrialPolicy trial(JsonNode node) {
    List<Integer> warnDays = Values.list(node.get("warnDays"), JsonNode::intValue);
    return new TrialPolicy(
        node.get("days").intValue(),
        TrialPolicy.EndAction.valueOf(text(node, "endAction")),
        node.get("lockDays").intValue(),
        node.get("keepDataOnConversion").booleanValue(),
        warnDays);
  }

  private static SafetyBounds bounds(JsonNode node) {
    return new SafetyBounds(
        node.get("fromAccounts").intValue(),
        node.get("maxLinesPerDocument").intValue(),
        Values.decimal(node.get("maxGrowth")),
        Values.decimal(node.get("maxParkedPercent")));
  }

  /**
   * @param own whether the pack serves the vendor that it names: a copy under another code has no
   *     host name of its own
   */
  private static PortalPolicy portal(JsonNode node, boolean own) {
    JsonNode registration = node.get("registration");
    return new PortalPolicy(
        own && node.has("hosts") ? Values.texts(node.get("hosts")) : List.of(),
        node.has("accent") ? text(node, "accent") : PortalPolicy.NONE.accent(),
        node.has("accentDark") ? text(node, "accentDark") : PortalPolicy.NONE.accentDark(),
        node.has("logo") ? text(node, "logo") : null,
        registration == null ? null : registration(registration),
        selfService(node.path("selfService")),
        node.path("announcedDays").asInt(PortalPolicy.NONE.announcedDays()));
  }

  private static PortalPolicy.Registration registration(JsonNode node) {
    List<PortalPolicy.Document> documents = new ArrayList<>();
    for (JsonNode one : node.path("documents")) {
      documents.add(
          new PortalPolicy.Document(
              PortalPolicy.Document.Kind.valueOf(text(one, "kind")),
              text(one, "version"),
              text(one, "link")));
    }
    return new PortalPolicy.Registration(
        node.path("plan").textValue(), node.path("trial").booleanValue(), documents);
  }

  private static SelfService selfService(JsonNode node) {
    SelfService usual = SelfService.USUAL;
    return new SelfService(
        node.path("change").asBoolean(usual.change()),
        WhileOwing.valueOf(node.path("whileOwing").asText(usual.whileOwing().name())),
        node.path("convertTrial").asBoolean(usual.convertTrial()),
        node.path("cancel").asBoolean(usual.cancel()),
        node.has("byStaff") ? Set.copyOf(Values.texts(node.get("byStaff"))) : usual.byStaff());
  }

  private static String text(JsonNode node, String name) {
    return node.get(name).textValue();
  }
}
