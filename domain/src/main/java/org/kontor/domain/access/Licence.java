package org.kontor.domain.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kontor.domain.policy.LicenceStage;

/**
 * A product that the customer ordered, as far as access depends on it.
 *
 * @param product code in the catalogue
 * @param orderedOn day of the order
 * @param expiresOn last usable day; null when it has no end, or is not paid yet
 * @param renewalOn issue day of the renewal invoice that is open; or null
 */
public record Licence(
    String product, Kept state, LocalDate orderedOn, LocalDate expiresOn, LocalDate renewalOn) {

  /** What became of the order. */
  public enum Kept {
    AWAITING_PAYMENT,
    PAID,
    WITHDRAWN
  }

  /** Whether it can be used on a day (S5.31: its last day included). */
  boolean isUsable(LocalDate day) {
    return state == Kept.PAID && (expiresOn == null || !day.isAfter(expiresOn));
  }

  /** The days on which something about it changes. */
  Stream<LocalDate> days() {
    return Stream.of(orderedOn, expiresOn == null ? null : expiresOn.plusDays(1), renewalOn)
        .filter(java.util.Objects::nonNull);
  }

  /**
   * Since when a stage's condition has held without a break, as of a day.
   *
   * @param all of the customer, other products among them
   * @return empty while it does not hold; {@link LocalDate#MIN} where no day is known
   */
  static Optional<LocalDate> holds(LicenceStage stage, List<Licence> all, LocalDate day) {
    List<Licence> of = all.stream().filter(l -> l.product.equals(stage.product())).toList();
    List<Licence> usable = of.stream().filter(l -> l.isUsable(day)).toList();
    if (!usable.isEmpty()) {
      boolean every = usable.stream().allMatch(l -> l.renewalOn != null && l.expiresOn != null);
      return stage.when().contains(LicenceStage.When.RENEWAL_UNPAID) && every
          ? usable.stream()
              .map(Licence::renewalOn)
              .max(LocalDate::compareTo)
              .filter(since -> !since.isAfter(day))
          : Optional.empty();
    }
    return stage.when().stream().flatMap(when -> unusable(when, of, day)).min(LocalDate::compareTo);
  }

  /** Since when there has been none that can be used, for one of the reasons. */
  private static Stream<LocalDate> unusable(
      LicenceStage.When when, List<Licence> of, LocalDate day) {
    return switch (when) {
      case EXPIRED ->
          of.stream()
              .filter(l -> l.state == Kept.PAID && l.expiresOn != null)
              .map(l -> l.expiresOn.plusDays(1))
              .max(LocalDate::compareTo)
              .stream();
      case UNPAID ->
          of.stream()
              .filter(l -> l.state == Kept.AWAITING_PAYMENT && !l.orderedOn.isAfter(day))
              .map(Licence::orderedOn);
      case WITHDRAWN -> of.stream().filter(l -> l.state == Kept.WITHDRAWN).map(l -> LocalDate.MIN);
      case NEVER_ORDERED -> of.isEmpty() ? Stream.of(LocalDate.MIN) : Stream.empty();
      case RENEWAL_UNPAID -> Stream.empty();
    };
  }
}
