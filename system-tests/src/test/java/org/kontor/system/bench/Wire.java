package org.kontor.system.bench;

import java.io.IOException;
import java.net.URI;
import org.kontor.system.client.http.Connection;
import org.kontor.system.client.http.Page;

/** Asks the REST interface with one key, again and again by one connection. */
final class Wire implements AutoCloseable {

  private static final byte[] NOTHING = {};

  private final Connection connection;
  private final String head;

  Wire(URI server, String key) throws IOException {
    connection = new Connection(server);
    head =
        " HTTP/1.1\r\nHost: "
            + server.getHost()
            + ":"
            + server.getPort()
            + "\r\nAuthorization: Bearer "
            + key
            + "\r\n";
  }

  /** The body of a successful answer. */
  String get(String path) throws IOException {
    Page page = connection.send("GET " + path + head, NOTHING);
    if (page.status() != 200) {
      throw new IOException(path + " answered " + page.status() + ": " + page.text());
    }
    return page.text();
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
