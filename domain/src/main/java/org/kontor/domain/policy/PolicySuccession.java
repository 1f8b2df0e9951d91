package org.kontor.domain.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a version may follow the ones before it: versions count up, a day that was billed keeps
 * its rules, and whatever customers have bought stays on the list.
 */
public final class PolicySuccession {

  private PolicySuccession() {}

  /**
   * What customers have now.
   *
   * @param plan code of a plan with subscriptions, or null for a product
   * @param timing of these subscriptions, null for a product
   * @param item code of a component of that plan in use, or of a product that renews; null when
   *     only the plan is meant
   */
  public record InUse(String plan, Timing timing, String item, long customers) {}

  /** The version that is expected after {@code last}. */
  public static int expected(PolicyPack last) {
    return last == null ? 1 : last.version() + 1;
  }

  /**
   * @param before the vendor's versions, oldest first; empty for its first one
   * @param firstOpenDay first business date of the vendor for which nothing was billed yet
   */
  public static List<PolicyFault> check(
      List<PolicyPack> before, PolicyPack next, LocalDate firstOpenDay, List<InUse> inUse) {
    PolicyPack last = before.isEmpty() ? null : before.get(before.size() - 1);
    Faults faults = new Faults();
    int expected = expected(last);
    faults.when(
        next.version() != expected,
        "version",
        "The next version of " + next.code() + " is " + expected + ", not " + next.version(),
        "Write `version: " + expected + "`.");
    apart(next.seller().series(), faults);
    if (last != null) {
      after(last, next, firstOpenDay, faults);
      numbers(before, next, faults);
      List<PolicyFault> all = new ArrayList<>(faults.all());
      inUse.forEach(used -> lost(next, used).ifPresent(all::add));
      return List.copyOf(all);
    }
    return faults.all();
  }

  /**
   * A host name leads to one vendor.
   *
   * @param othersHosts host names of other vendors, each with its vendor
   */
  public static List<PolicyFault> taken(PortalPolicy portal, Map<String, String> othersHosts) {
    Faults faults = new Faults();
    for (int i = 0; i < portal.hosts().size(); i++) {
      String host = portal.hosts().get(i);
      faults.when(
          othersHosts.containsKey(host),
          Faults.at("portal.hosts", i),
          host + " is the host name of another vendor",
          "Give each vendor its own host name.");
    }
    return faults.all();
  }

  private static void after(
      PolicyPack last, PolicyPack next, LocalDate firstOpenDay, Faults faults) {
    LocalDate from = next.effectiveFrom();
    if (!from.isAfter(last.effectiveFrom())) {
      faults.add(
          "effectiveFrom",
          "Version " + last.version() + " is in force from " + last.effectiveFrom() + " on",
          "Use a later day.");
    } else {
      faults.when(
          from.isBefore(firstOpenDay),
          "effectiveFrom",
          "The days before " + firstOpenDay + " are billed and keep their rules",
          "Use " + firstOpenDay + " or a later day.");
    }
    faults.when(
        !next.seller().currency().equals(last.seller().currency()),
        "seller.currency",
        "The books of " + next.code() + " are kept in " + last.seller().currency(),
        "Keep the currency, or import the pack under another code (as).");
    faults.when(
        !next.seller().zone().equals(last.seller().zone()),
        "seller.zone",
        "The business dates of " + next.code() + " are those of " + last.seller().zone(),
        "Keep the zone, or import the pack under another code (as).");
    faults.when(
        next.wallet().vatMode() != last.wallet().vatMode(),
        "wallet.vatMode",
        "The balances of " + next.code() + " are taxed by " + last.wallet().vatMode(),
        "Keep it, or import the pack under another code (as): one balance is taxed one way.");
  }

  /**
   * Series of one pack must never give the same number. Asked here and not where a pack is read:
   * packs that were accepted before this rule are still read.
   */
  private static void apart(List<Seller.Series> series, Faults faults) {
    for (int i = 1; i < series.size(); i++) {
      Seller.Series one = series.get(i);
      Optional<Seller.Series> met =
          series.subList(0, i).stream()
              .filter(other -> NumberPattern.canMeet(other.pattern(), one.pattern()))
              .findFirst();
      faults.when(
          met.isPresent(),
          Faults.at("seller.series", i) + ".pattern",
          "The series "
              + met.map(Seller.Series::code).orElse("")
              + " and "
              + one.code()
              + " would give the same number one day",
          "Give them other letters before the year, for example INV-{yyyy}-{n:6} and"
              + " CRE-{yyyy}-{n:6}.");
    }
  }

  /**
   * Numbers must not look like earlier ones. A series of another name counts from 1 again; one that
   * keeps its name goes on counting, but another pattern may write a later count like an earlier
   * one.
   */
  private static void numbers(List<PolicyPack> before, PolicyPack next, Faults faults) {
    List<Seller.Series> earlier =
        before.stream().flatMap(pack -> pack.seller().series().stream()).toList();
    List<Seller.Series> series = next.seller().series();
    for (int i = 0; i < series.size(); i++) {
      Seller.Series one = series.get(i);
      String path = Faults.at("seller.series", i) + ".pattern";
      earlier.stream()
          .filter(other -> !canFollow(other, one))
          .findFirst()
          .ifPresent(other -> repeated(other, one, path, faults));
    }
  }

  private static boolean canFollow(Seller.Series earlier, Seller.Series later) {
    return earlier.code().equals(later.code())
        ? NumberPattern.canFollow(earlier.pattern(), later.pattern())
        : !NumberPattern.canMeet(earlier.pattern(), later.pattern());
  }

  private static void repeated(
      Seller.Series earlier, Seller.Series later, String path, Faults faults) {
    boolean same = earlier.code().equals(later.code());
    faults.add(
        path,
        same
            ? "The series "
                + later.code()
                + " would repeat numbers that it gave as "
                + earlier.pattern()
            : "The series "
                + later.code()
                + " would repeat numbers of the series "
                + earlier.code(),
        same
            ? "Keep the pattern, change the padding of {n} only, or use other letters before the"
                + " year."
            : "Keep the code "
                + earlier.code()
                + ", which goes on counting, or use another pattern.");
  }

  private static Optional<PolicyFault> lost(PolicyPack next, InUse used) {
    if (used.plan() == null) {
      return next.product(used.item()).isPresent()
          ? Optional.empty()
          : Optional.of(gone("catalogue.products", "product", used.item(), used.customers()));
    }
    Optional<Plan> plan = next.plan(used.plan());
    if (plan.isEmpty()) {
      return used.item() == null
          ? Optional.of(gone("catalogue.plans", "plan", used.plan(), used.customers()))
          : Optional.empty();
    }
    if (used.item() != null) {
      return plan.get().component(used.item()).isPresent()
          ? Optional.empty()
          : Optional.of(
              gone(
                  "catalogue.plans",
                  "component",
                  used.plan() + "/" + used.item(),
                  used.customers()));
    }
    return plan.get().timing() == used.timing()
        ? Optional.empty()
        : Optional.of(
            new PolicyFault(
                "catalogue.plans",
                "The plan "
                    + used.plan()
                    + " has "
                    + used.customers()
                    + " subscriptions that are billed "
                    + used.timing(),
                "Keep the timing, and add a new plan for the other one."));
  }

  private static PolicyFault gone(String path, String what, String code, long customers) {
    return new PolicyFault(
        path,
        "The " + what + " " + code + " is gone, but " + customers + " customers have it",
        "Keep it until nobody has it.");
  }
}
