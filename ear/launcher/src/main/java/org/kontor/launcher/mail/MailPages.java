package org.kontor.launcher.mail;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The mails in the browser: a list, one mail, its HTML in a frame without scripts, its attachments.
 * Answers on the loopback only, and only to its own name, so that no web page reads them by a name
 * of its own.
 */
final class MailPages implements AutoCloseable {

  private static final Pattern PATH = Pattern.compile("/mails/(\\d{1,18})(?:/(html|\\d{1,3}))?");
  private static final String CLOSED =
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

  private final MailFiles files;
  private final HttpServer server;
  private final ExecutorService threads;

  private MailPages(MailFiles files, HttpServer server, ExecutorService threads) {
    this.files = files;
    this.server = server;
    this.threads = threads;
  }

  static MailPages start(MailFiles files, int port) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    MailPages pages = new MailPages(files, server, threads);
    server.setExecutor(threads);
    server.createContext("/", pages::answer);
    server.start();
    return pages;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Reply reply;
      try {
        reply = reply(exchange);
      } catch (MessagingException | RuntimeException e) {
        reply = Reply.page(500, MailHtml.message("This mail cannot be read."));
      }
      exchange.getResponseHeaders().set("Content-Type", reply.type());
      exchange.getResponseHeaders().set("Content-Security-Policy", reply.policy());
      exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
      exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      if (!reply.fileName().isEmpty()) {
        exchange
            .getResponseHeaders()
            .set("Content-Disposition", "attachment; filename=\"" + reply.fileName() + "\"");
      }
      exchange.sendResponseHeaders(
          reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
      exchange.getResponseBody().write(reply.body());
    }
  }

  private Reply reply(HttpExchange exchange) throws IOException, MessagingException {
    String host = String.valueOf(exchange.getRequestHeaders().getFirst("Host"));
    if (!host.matches("(127\\.0\\.0\\.1|localhost)(:\\d+)?")) {
      return Reply.page(421, MailHtml.message("Open this page as " + address()));
    }
    if (!exchange.getRequestMethod().equals("GET")) {
      return Reply.page(405, MailHtml.message("There is nothing to change here."));
    }
    String path = exchange.getRequestURI().getPath();
    if (path.equals("/")) {
      return list();
    }
    Matcher matcher = PATH.matcher(path);
    return matcher.matches()
        ? mail(Long.parseLong(matcher.group(1)), matcher.group(2))
        : Reply.page(404, MailHtml.message("There is no such page."));
  }

  private Reply list() throws IOException, MessagingException {
    MailHtml.Rows rows = new MailHtml.Rows();
    List<Long> numbers = files.numbers();
    for (long number : numbers.subList(0, Math.min(200, numbers.size()))) {
      var mail = files.read(number);
      if (mail.isPresent()) {
        rows.add(number, ReadMail.of(mail.get()));
      }
    }
    return Reply.page(200, MailHtml.list(rows, numbers.size(), files.folder()));
  }

  private Reply mail(long number, String what) throws IOException, MessagingException {
    var found = files.read(number);
    if (found.isEmpty()) {
      return Reply.page(404, MailHtml.message("There is no such mail."));
    }
    ReadMail mail = ReadMail.of(found.get());
    if (what == null) {
      return Reply.page(200, MailHtml.mail(number, mail));
    }
    if (what.equals("html")) {
      return Reply.html(mail.html());
    }
    int index = Integer.parseInt(what);
    Optional<ReadMail.File> file =
        index < mail.files().size() ? Optional.of(mail.files().get(index)) : Optional.empty();
    return file.map(Reply::file)
        .orElseGet(() -> Reply.page(404, MailHtml.message("There is no such attachment.")));
  }

  private record Reply(int status, String type, String policy, String fileName, byte[] body) {

    static Reply page(int status, String html) {
      return new Reply(
          status,
          "text/html; charset=utf-8",
          CLOSED + "; frame-src 'self'",
          "",
          html.getBytes(StandardCharsets.UTF_8));
    }

    /** As the sender wrote it: no script, no form, nothing loaded from elsewhere. */
    static Reply html(String html) {
      return new Reply(
          200,
          "text/html; charset=utf-8",
          CLOSED + "; sandbox",
          "",
          html.getBytes(StandardCharsets.UTF_8));
    }

    static Reply file(ReadMail.File file) {
      return new Reply(
          200, "application/octet-stream", CLOSED + "; sandbox", file.name(), file.content());
    }
  }
}
