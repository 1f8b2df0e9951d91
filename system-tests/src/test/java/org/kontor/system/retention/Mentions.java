package org.kontor.system.retention;

import java.util.ArrayList;
import java.util.List;
import org.kontor.system.rig.Database;

/** Where in the whole database a word still stands. */
final class Mentions {

  private Mentions() {}

  /** Tables of which a row says it. */
  static List<String> of(Database database, String word) {
    List<String> found = new ArrayList<>();
    for (List<String> table :
        database.rows(
            "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                + " where n.nspname = 'public' and c.relkind in ('r', 'p')"
                + " and not c.relispartition")) {
      String name = table.get(0);
      String count = "select count(*) from " + name + " t where t::text like ?";
      if (database.number(count, "%" + word + "%") > 0) {
        found.add(name);
      }
    }
    return found;
  }
}
