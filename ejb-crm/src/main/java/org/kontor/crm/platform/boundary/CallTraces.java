package org.kontor.crm.platform.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The natural key of what has none: the caller's Idempotency-Key, kept for ever with what the call
 * made, in the same transaction. {@link Idempotency} keeps whole answers, but only for some days,
 * and not when the server dies between the work and its answer. A call without a key leaves no
 * trace and finds none.
 */
@ApplicationScoped
public class CallTraces {

  private final Sql sql;
  private final NaturalLocks locks;
  private final KeyedCall call;

  @Inject
  public CallTraces(Sql sql, NaturalLocks locks, KeyedCall call) {
    this.sql = sql;
    this.locks = locks;
    this.call = call;
  }

  /** For the container's proxy. */
  protected CallTraces() {
    this(null, null, null);
  }

  /**
   * What this very call made when it was done before, by position; empty when it was not. Whoever
   * sends the same call at the same time waits here until the transaction ends.
   *
   * @throws org.kontor.domain.problem.Refused IDEMPOTENCY_KEY_REUSED when the call was another one
   */
  public Map<Integer, Made> before() {
    if (!call.isNamed()) {
      return Map.of();
    }
    locks.hold("keyed call", call.slot().scope(), call.slot().key());
    List<Trace> traces =
        sql.list(
            row ->
                new Trace(
                    row.getInt(1),
                    row.getBytes(2),
                    new Made(row.getLong(3), row.getObject(4, Long.class))),
            "select item, input_hash, made_id, document_id from keyed_call"
                + " where scope = ? and key = ?",
            call.slot().scope(),
            call.slot().key());
    Map<Integer, Made> made = new TreeMap<>();
    for (Trace trace : traces) {
      if (!Arrays.equals(trace.hash, call.inputHash())) {
        throw Idempotency.reused();
      }
      made.put(trace.item, trace.made);
    }
    return made;
  }

  /** Leaves the trace of what a call for one thing made. */
  public void leave(Made made) {
    leave(Map.of(0, made));
  }

  /** Leaves the traces of what a bulk call made, by position. */
  public void leave(Map<Integer, Made> made) {
    if (!call.isNamed()) {
      return;
    }
    sql.batch(
        "insert into keyed_call (scope, key, item, input_hash, made_id, document_id)"
            + " values (?, ?, ?, ?, ?, ?)",
        made.entrySet().stream()
            .map(
                e ->
                    new Object[] {
                      call.slot().scope(),
                      call.slot().key(),
                      e.getKey(),
                      call.inputHash(),
                      e.getValue().id(),
                      e.getValue().documentId()
                    })
            .toList());
  }

  private record Trace(int item, byte[] hash, Made made) {}

  /**
   * @param id of the thing made
   * @param documentId invoice that came with it, or null
   */
  public record Made(long id, Long documentId) {}
}
