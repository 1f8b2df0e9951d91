package org.kontor.crm.message.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Takes mail after STARTTLS (RFC 3207) and AUTH PLAIN (RFC 4954) only; GreenMail knows neither. */
final class StartTlsServer implements AutoCloseable {

  private final ServerSocket listening = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
  private final SSLSocketFactory tls;
  private final String secret;

  /** What was said in which dress, for example {@code plain EHLO}, {@code tls AUTH}. */
  final List<String> heard = new CopyOnWriteArrayList<>();

  StartTlsServer(TlsKeys keys, String user, String password) throws Exception {
    tls = keys.context().getSocketFactory();
    secret = "\0" + user + "\0" + password;
    Thread thread = new Thread(this::serve, "STARTTLS server");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return listening.getLocalPort();
  }

  private void serve() {
    while (!listening.isClosed()) {
      try (Socket client = listening.accept()) {
        talk(client, "plain");
      } catch (IOException gone) {
        heard.add("gone");
      }
    }
  }

  private void talk(Socket socket, String dress) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    if (dress.equals("plain")) {
      say(socket, "220 test");
    }
    boolean known = false;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String verb = line.split("[ :]")[0].toUpperCase(Locale.ROOT);
      heard.add(dress + " " + verb);
      switch (verb) {
        case "EHLO" -> {
          say(socket, "250-test");
          say(socket, dress.equals("plain") ? "250 STARTTLS" : "250 AUTH PLAIN");
        }
        case "STARTTLS" -> {
          say(socket, "220 go on");
          talk(secured(socket), "tls");
          return;
        }
        case "AUTH" -> {
          known = line.startsWith("AUTH PLAIN ") && knows(line.substring("AUTH PLAIN ".length()));
          say(socket, known ? "235 welcome" : "535 5.7.8 unknown");
        }
        case "MAIL", "RCPT" -> say(socket, known ? "250 ok" : "530 5.7.0 who are you");
        case "DATA" -> {
          say(socket, "354 go on");
          while (!".".equals(in.readLine())) {
            // the mail itself
          }
          say(socket, "250 taken");
        }
        case "QUIT" -> {
          say(socket, "221 bye");
          return;
        }
        default -> say(socket, "250 ok");
      }
    }
  }

  /** For whom he acts may stand before it. */
  private boolean knows(String sent) {
    return new String(Base64.getDecoder().decode(sent), StandardCharsets.UTF_8).endsWith(secret);
  }

  private Socket secured(Socket socket) throws IOException {
    SSLSocket secured = (SSLSocket) tls.createSocket(socket, null, socket.getPort(), false);
    secured.setUseClientMode(false);
    secured.startHandshake();
    return secured;
  }

  private static void say(Socket socket, String line) throws IOException {
    socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  @Override
  public void close() {
    try {
      listening.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
