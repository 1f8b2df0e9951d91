package org.kontor.system.client.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One kept-alive HTTP/1.1 connection to a server on this machine. Sends what it is told to, byte
 * for byte, and does next to nothing itself, because the cores are there for what is measured.
 */
public final class Connection implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 60_000;

  private final Socket socket;
  private final InputStream in;

  public Connection(URI server) throws IOException {
    this(server, "127.0.0.1");
  }

  /**
   * @param from the network address of whoever asks; each of 127.0.0.0/8 is this machine's own
   */
  Connection(URI server, String from) throws IOException {
    socket = new Socket();
    socket.bind(new InetSocketAddress(from, 0));
    socket.connect(new InetSocketAddress("127.0.0.1", server.getPort()));
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MILLIS);
    in = new BufferedInputStream(socket.getInputStream(), 16_384);
  }

  /**
   * @param head request line and headers, each with its line end
   */
  public Page send(String head, byte[] body) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(head.getBytes(StandardCharsets.ISO_8859_1));
    out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
    out.write(body);
    socket.getOutputStream().write(out.toByteArray());
    String status = line();
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String header = line(); !header.isEmpty(); header = line()) {
      int colon = header.indexOf(':');
      headers.merge(
          header.substring(0, colon), header.substring(colon + 1).strip(), (a, b) -> a + "\n" + b);
    }
    int code = Integer.parseInt(status.split(" ")[1]);
    boolean bodiless = head.startsWith("HEAD ") || code == 204 || code == 304;
    return new Page(code, headers, bodiless ? new byte[0] : body(headers));
  }

  private byte[] body(Map<String, String> headers) throws IOException {
    if (headers.getOrDefault("Transfer-Encoding", "").toLowerCase(Locale.ROOT).equals("chunked")) {
      ByteArrayOutputStream whole = new ByteArrayOutputStream();
      for (int size = chunk(); size > 0; size = chunk()) {
        whole.write(in.readNBytes(size));
        line();
      }
      line();
      return whole.toByteArray();
    }
    String length = headers.get("Content-Length");
    return length == null ? in.readAllBytes() : in.readNBytes(Integer.parseInt(length));
  }

  private int chunk() throws IOException {
    return Integer.parseInt(line().replaceFirst(";.*", "").strip(), 16);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder(64);
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the server hung up");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
