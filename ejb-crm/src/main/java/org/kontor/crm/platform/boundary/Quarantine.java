package org.kontor.crm.platform.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Rows of a deleted account: nobody sees them, and they can be brought back as they were until they
 * are purged. Set-oriented, within the caller's transaction.
 */
@ApplicationScoped
public class Quarantine {

  private static final Pattern NAME = Pattern.compile("[a-z_]{1,63}");

  private final Sql sql;

  @Inject
  public Quarantine(Sql sql) {
    this.sql = sql;
  }

  /** For the container's proxy. */
  protected Quarantine() {
    this(null);
  }

  /**
   * Moves rows out of their table.
   *
   * @param table and {@code column} are names in the program, never a caller's words
   * @return how many
   */
  public long setAside(long caseId, String table, String column, long id) {
    return sql.update(
        "with gone as (delete from "
            + name(table)
            + " where "
            + name(column)
            + " = ? returning *) insert into quarantined_row (case_id, kind, content)"
            + " select ?, ?, to_jsonb(gone) from gone",
        id,
        caseId,
        table);
  }

  /** Moves them back; what is there again under the same key meanwhile stays as it is. */
  public void bringBack(long caseId, String table) {
    sql.update(
        "with back as (delete from quarantined_row where case_id = ? and kind = ?"
            + " returning content) insert into "
            + name(table)
            + " select (jsonb_populate_record(null::"
            + name(table)
            + ", content)).* from back on conflict do nothing",
        caseId,
        table);
  }

  /** Deletes what is left of a case, for good. */
  public Map<String, Long> purge(long caseId) {
    Map<String, Long> counts = new TreeMap<>();
    sql.list(
            row -> Map.entry(row.getString(1), row.getLong(2)),
            "select kind, count(*) from quarantined_row where case_id = ? group by kind",
            caseId)
        .forEach(kind -> counts.put(kind.getKey(), kind.getValue()));
    sql.update("delete from quarantined_row where case_id = ?", caseId);
    return counts;
  }

  private static String name(String wanted) {
    if (!NAME.matcher(wanted).matches()) {
      throw new IllegalArgumentException("no name of a table or column: " + wanted);
    }
    return wanted;
  }
}
