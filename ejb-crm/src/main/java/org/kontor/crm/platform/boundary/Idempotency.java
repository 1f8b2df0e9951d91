package org.kontor.crm.platform.boundary;

import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Arrays;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;

/**
 * Remembers calls by the key that the caller chose. Each step is a transaction of its own, so that
 * a second call sees the first one running. Times here are the database's: how long an answer is
 * kept is traffic, not business.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Idempotency {

  /** A call that runs longer than this is taken for dead. */
  static final int RUNNING_MINUTES = 5;

  @Inject private Sql sql;
  @Inject private Settings settings;

  /** Starts the call, or finds its answer; refuses another body and a call that still runs. */
  public Begun begin(Slot slot, byte[] inputHash) {
    int inserted =
        sql.update(
            "insert into idempotency (scope, key, input_hash, created_at) values (?, ?, ?, now())"
                + " on conflict do nothing",
            slot.scope(),
            slot.key(),
            inputHash);
    if (inserted == 1) {
      return new Started();
    }
    Found found = find(slot);
    if (found == null) {
      throw running(); // its first call was refused in this very moment
    }
    if (!Arrays.equals(found.hash, inputHash)) {
      throw reused();
    }
    if (found.answer != null) {
      return found.answer;
    }
    if (takeOver(slot)) {
      return new Started();
    }
    throw running();
  }

  /** Keeps the answer for repeated calls. */
  public void finish(Slot slot, Finished answer) {
    sql.update(
        "update idempotency set status = ?, body = ?, content_type = ?, location = ?"
            + " where scope = ? and key = ?",
        answer.status(),
        answer.body(),
        answer.contentType(),
        answer.location(),
        slot.scope(),
        slot.key());
  }

  /** Forgets the call: it was refused and wrote nothing. */
  public void release(Slot slot) {
    sql.update(
        "delete from idempotency where scope = ? and key = ? and status is null",
        slot.scope(),
        slot.key());
  }

  /** Forgets answers that nobody will ask for again. Money is guarded by its own keys, for ever. */
  @Schedule(hour = "*", minute = "17", persistent = false)
  public void forgetOld() {
    sql.update(
        "delete from idempotency where created_at < now() - make_interval(hours => ?)",
        Math.toIntExact(settings.whole(Setting.IDEMPOTENCY_HOURS)));
  }

  private Found find(Slot slot) {
    return sql.one(
            row ->
                new Found(
                    row.getBytes(1),
                    row.getObject(2) == null
                        ? null
                        : new Finished(
                            row.getInt(2), row.getString(3), row.getString(4), row.getString(5))),
            "select input_hash, status, body, content_type, location from idempotency"
                + " where scope = ? and key = ?",
            slot.scope(),
            slot.key())
        .orElse(null);
  }

  private boolean takeOver(Slot slot) {
    return sql.update(
            "update idempotency set created_at = now() where scope = ? and key = ?"
                + " and status is null and created_at < now() - make_interval(mins => ?)",
            slot.scope(),
            slot.key(),
            RUNNING_MINUTES)
        == 1;
  }

  static RuntimeException reused() {
    return Problem.of(
            ProblemCode.IDEMPOTENCY_KEY_REUSED,
            "Idempotency-Key",
            "This key was used for another call",
            "Use a new key for each new call, and the same only to repeat one unchanged.")
        .asException();
  }

  private static RuntimeException running() {
    return Problem.of(
            ProblemCode.IDEMPOTENCY_IN_PROGRESS,
            "Idempotency-Key",
            "The first call with this key is still running",
            "Repeat the call in a few seconds.")
        .asException();
  }

  private record Found(byte[] hash, Finished answer) {}

  /**
   * @param scope who calls what: API key id and route
   * @param key chosen by the caller
   */
  public record Slot(String scope, String key) {}

  /** What {@link #begin} found. */
  public sealed interface Begun permits Started, Finished {}

  /** The call is this caller's to do. */
  public record Started() implements Begun {}

  /** The call was done; this was its answer. */
  public record Finished(int status, String body, String contentType, String location)
      implements Begun {}
}
