package org.kontor.web.client.export;

import java.io.Closeable;
import java.io.IOException;

/**
 * A table that is written row by row into a file; holds a few rows in memory. Texts stay texts
 * whatever they begin with (QUALITY S5).
 */
interface Sheet extends Closeable {

  void head(String... names) throws IOException;

  /**
   * @param cells texts, dates, amounts with two decimals, whole numbers; null is an empty cell
   */
  void row(Object... cells) throws IOException;
}
