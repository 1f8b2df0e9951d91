package org.kontor.billing.usage.control;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.kontor.billing.usage.boundary.NewFact;
import org.kontor.domain.policy.Metric;
import org.kontor.domain.usage.FactAdmission.Taken;

/** A fact that was taken, as it is stored. */
record FactRow(
    FactOwner owner,
    Key key,
    byte[] hash,
    Instant occurredAt,
    long quantity,
    String evidence,
    Taken taken,
    boolean correction,
    Metric metric) {

  /** A state that lasts, not events that add up. */
  boolean gauge() {
    return metric.kind() == Metric.Kind.GAUGE;
  }

  /** Everybody writes rows in this order, so that parallel calls cannot deadlock. */
  static final Comparator<FactRow> ORDER = Comparator.comparing(FactRow::key);

  DayKey day() {
    return new DayKey(key.subscriptionId, key.metric, taken.day());
  }

  /** A state of a day already charged: that day is to be priced anew. */
  boolean reopens() {
    return gauge() && taken.late();
  }

  /** SHA-256 of what the sender says, to tell a repetition from another fact. */
  static byte[] hash(NewFact fact) {
    String said =
        fact.occurredAt()
            + "\n"
            + fact.quantity()
            + "\n"
            + (fact.evidence() == null ? "" : fact.evidence());
    try {
      return MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The natural key of a fact. */
  record Key(long subscriptionId, String metric, String factKey) implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparingLong(Key::subscriptionId)
            .thenComparing(Key::metric)
            .thenComparing(Key::factKey);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  /** The natural key of a day's figures. */
  record DayKey(long subscriptionId, String metric, LocalDate day) implements Comparable<DayKey> {
    private static final Comparator<DayKey> ORDER =
        Comparator.comparingLong(DayKey::subscriptionId)
            .thenComparing(DayKey::metric)
            .thenComparing(DayKey::day);

    @Override
    public int compareTo(DayKey other) {
      return ORDER.compare(this, other);
    }
  }
}
