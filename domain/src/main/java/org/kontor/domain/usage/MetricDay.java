package org.kontor.domain.usage;

/**
 * One metric of a subscription on one day.
 *
 * @param carriedIn value at the day's start: the last one of the latest earlier day with facts;
 *     null when there never was a fact
 * @param facts figures of the day's own facts, or null when it has none
 */
public record MetricDay(Long carriedIn, DayFigures facts) {

  /** Never heard of. */
  public static final MetricDay NONE = new MetricDay(null, null);

  /** A gauge's value when the day ends; it is what the next day starts with. */
  public Long atEnd() {
    return facts != null ? Long.valueOf(facts.last()) : carriedIn;
  }

  /** A counter's sum of the day. */
  public long total() {
    return facts == null ? 0 : facts.total();
  }
}
