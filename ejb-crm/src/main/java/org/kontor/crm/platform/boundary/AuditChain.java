package org.kontor.crm.platform.boundary;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** How audit entries hang together: each hash covers the one before and all of the entry. */
final class AuditChain {

  private static final byte[] NOTHING_BEFORE = new byte[32];

  private AuditChain() {}

  static Entry next(
      Optional<Entry> last,
      Instant recordedAt,
      String actor,
      String action,
      String subject,
      String detail) {
    long seq = last.map(Entry::seq).orElse(0L) + 1;
    Instant stored = recordedAt.truncatedTo(ChronoUnit.MICROS);
    Entry bare = new Entry(seq, stored, actor, action, subject, detail, NOTHING_BEFORE);
    return bare.hashed(hash(last, bare));
  }

  static boolean follows(Optional<Entry> last, Entry entry) {
    return entry.seq() == last.map(Entry::seq).orElse(0L) + 1
        && MessageDigest.isEqual(entry.hash(), hash(last, entry));
  }

  private static byte[] hash(Optional<Entry> last, Entry entry) {
    MessageDigest digest = sha256();
    digest.update(last.map(Entry::hash).orElse(NOTHING_BEFORE));
    digest.update(
        ByteBuffer.allocate(20)
            .putLong(entry.seq())
            .putLong(entry.recordedAt().getEpochSecond())
            .putInt(entry.recordedAt().getNano())
            .array());
    for (String part :
        new String[] {entry.actor(), entry.action(), entry.subject(), entry.detail()}) {
      byte[] text = part.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(4).putInt(text.length).array());
      digest.update(text);
    }
    return digest.digest();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** One row of the audit; the first has number 1. */
  @SuppressWarnings("ArrayRecordComponent") // compared by MessageDigest, never by equals
  record Entry(
      long seq,
      Instant recordedAt,
      String actor,
      String action,
      String subject,
      String detail,
      byte[] hash) {

    Entry hashed(byte[] digest) {
      return new Entry(seq, recordedAt, actor, action, subject, detail, digest);
    }
  }
}
