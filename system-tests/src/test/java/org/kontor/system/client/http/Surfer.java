package org.kontor.system.client.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Somebody at the client area of a vendor who has cookies and forms, and neither scripts nor
 * manners.
 */
public final class Surfer implements AutoCloseable {

  private static final String FORM = "application/x-www-form-urlencoded";

  private final URI server;
  private final String host;
  private final String from;
  private final Map<String, String> cookies = new TreeMap<>();
  private Connection connection;

  /**
   * @param server the root of the application
   * @param vendor whose client area
   */
  public Surfer(URI server, String vendor) {
    this(server, vendor, "127.0.0.1");
  }

  /** From another network address: {@code 127.0.0.2} and so on. */
  public Surfer(URI server, String vendor, String from) {
    this.server = server;
    this.from = from;
    this.host = vendor + ".localhost:" + server.getPort();
  }

  public String host() {
    return host;
  }

  /** The cookies that this browser keeps. */
  public Map<String, String> cookies() {
    return cookies;
  }

  /**
   * @param target as it stands in the request, for example {@code /client/home}
   */
  public Page get(String target) {
    return send("GET", target, Map.of(), new byte[0]);
  }

  /** As a form of the same site is sent. */
  public Page post(String target, Map<String, String> fields) {
    return post(target, fields, Map.of("Sec-Fetch-Site", "same-origin"));
  }

  public Page post(String target, Map<String, String> fields, Map<String, String> headers) {
    Map<String, String> all = new LinkedHashMap<>(Map.of("Content-Type", FORM));
    all.putAll(headers);
    return send("POST", target, all, encoded(fields).getBytes(StandardCharsets.US_ASCII));
  }

  /** Opens an address and goes on to where it leads. */
  public Page open(String target) {
    return follow(get(target));
  }

  /** Goes on to where an answer leads. */
  public Page follow(Page answer) {
    Page page = answer;
    for (int i = 0; page.status() / 100 == 3 && i < 5; i++) {
      page = get(page.header("Location").replaceFirst("^https?://[^/]+", ""));
    }
    return page;
  }

  /** Opens a page, fills its form, sends it; the answer itself, also when it leads on. */
  public Page fill(String target, String form, Map<String, String> typed) {
    Map<String, String> fields = open(target).form(form);
    fields.putAll(typed);
    return post(target, fields);
  }

  /** Anything at all. */
  public Page send(String method, String target, Map<String, String> headers, byte[] body) {
    StringBuilder head = new StringBuilder(256);
    head.append(method).append(' ').append(target).append(" HTTP/1.1\r\n");
    Map<String, String> all = new LinkedHashMap<>();
    all.put("Host", host);
    if (!cookies.isEmpty()) {
      all.put(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    if (body.length > 0 || method.equals("POST")) {
      all.put("Content-Length", Integer.toString(body.length));
    }
    all.putAll(headers);
    all.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    try {
      Page page = sent(head.toString(), body);
      keep(page.header("Set-Cookie"));
      return page;
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + target, e);
    }
  }

  private Page sent(String head, byte[] body) throws IOException {
    if (connection == null) {
      connection = new Connection(server, from);
    }
    try {
      Page page = connection.send(head, body);
      if (page.header("Connection").equalsIgnoreCase("close")) {
        close();
      }
      return page;
    } catch (IOException hungUp) {
      close();
      connection = new Connection(server, from);
      return connection.send(head, body);
    }
  }

  private void keep(String set) {
    for (String cookie : set.split("\n")) {
      int equals = cookie.indexOf('=');
      if (equals > 0) {
        String value = cookie.substring(equals + 1).replaceFirst(";.*", "");
        if (value.isEmpty()) {
          cookies.remove(cookie.substring(0, equals));
        } else {
          cookies.put(cookie.substring(0, equals), value);
        }
      }
    }
  }

  /** As a form or a query encodes them. */
  public static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(
            field ->
                URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8)
                    + "="
                    + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  @Override
  public void close() {
    if (connection != null) {
      try {
        connection.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      connection = null;
    }
  }
}
