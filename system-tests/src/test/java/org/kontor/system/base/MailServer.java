package org.kontor.system.base;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A mail server that can be in a bad mood: it speaks just enough SMTP (RFC 5321) to take mail, and
 * to refuse, stall and hang up at the moments that matter.
 */
public final class MailServer implements AutoCloseable {

  /** What it does to whoever comes. */
  public enum Mood {
    GOOD,
    /** Nobody listens. */
    AWAY,
    /** 451 to every recipient. */
    TRY_LATER,
    /** Takes the connection and says nothing. */
    SILENT,
    /** Takes the mail and hangs up instead of saying so. */
    DROP_AFTER_TAKING
  }

  private final int port;
  private final List<String> taken = new CopyOnWriteArrayList<>();
  private final Set<String> unknown = ConcurrentHashMap.newKeySet();
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private volatile Mood mood = Mood.GOOD;
  private volatile ServerSocket listening;
  private volatile Runnable beforeAnswer = () -> {};

  MailServer(int port) throws IOException {
    this.port = port;
    listen();
  }

  int port() {
    return port;
  }

  /** Good mood, nothing taken, everybody known. */
  public void reset() throws IOException {
    beforeAnswer = () -> {};
    is(Mood.GOOD);
    unknown.clear();
    taken.clear();
  }

  public synchronized void is(Mood wanted) throws IOException {
    mood = wanted;
    if (wanted == Mood.AWAY) {
      close();
    } else if (listening == null) {
      listen();
    }
    if (wanted != Mood.SILENT) {
      hangUp();
    }
  }

  /** 550 5.1.1 for this recipient. */
  public void doesNotKnow(String address) {
    unknown.add(address);
  }

  /** Runs after a mail was taken and before that is said: the moment of doubt. */
  public void beforeAnswer(Runnable act) {
    beforeAnswer = act;
  }

  /** Everything that was taken, in order. */
  public List<MimeMessage> taken() {
    List<MimeMessage> mails = new ArrayList<>();
    for (String source : taken) {
      mails.add(read(source));
    }
    return mails;
  }

  /** What was taken for an address. */
  public List<MimeMessage> takenFor(String address) {
    return taken().stream()
        .filter(mail -> header(mail, "To").toLowerCase(Locale.ROOT).contains(address))
        .toList();
  }

  /** As it came over the wire. */
  public List<String> sources() {
    return List.copyOf(taken);
  }

  public static String header(MimeMessage mail, String name) {
    try {
      String value = mail.getHeader(name, ",");
      return value == null ? "" : value;
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    ServerSocket socket = listening;
    listening = null;
    if (socket != null) {
      socket.close();
    }
    hangUp();
  }

  private void hangUp() throws IOException {
    for (Socket socket : open) {
      socket.close();
    }
    open.clear();
  }

  private void listen() throws IOException {
    ServerSocket socket = new ServerSocket(port, 50, InetAddress.getByName("127.0.0.1"));
    listening = socket;
    Thread thread = new Thread(() -> accept(socket), "mail server");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept(ServerSocket socket) {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        open.add(client);
        Thread thread = new Thread(() -> serve(client), "mail client");
        thread.setDaemon(true);
        thread.start();
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      if (mood == Mood.SILENT) {
        client.getInputStream().read();
        return;
      }
      talk(client);
    } catch (IOException gone) {
      // The client, or we, hung up.
    } finally {
      open.remove(client);
    }
  }

  private void talk(Socket client) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
    OutputStream out = client.getOutputStream();
    say(out, "220 test");
    String line = in.readLine();
    while (line != null) {
      String verb = line.toUpperCase(Locale.ROOT);
      if (verb.startsWith("DATA")) {
        say(out, "354 go on");
        taken.add(data(in));
        beforeAnswer.run();
        if (mood == Mood.DROP_AFTER_TAKING) {
          return;
        }
        say(out, "250 taken");
      } else if (verb.startsWith("RCPT")) {
        say(out, recipient(line));
      } else if (verb.startsWith("QUIT")) {
        say(out, "221 bye");
        return;
      } else {
        say(out, "250 ok");
      }
      line = in.readLine();
    }
  }

  private String recipient(String line) {
    String address = line.replaceAll("(?i)^RCPT TO:\\s*<([^>]*)>.*$", "$1");
    if (unknown.contains(address)) {
      return "550 5.1.1 nobody of that name";
    }
    return mood == Mood.TRY_LATER ? "451 4.3.0 try later" : "250 ok";
  }

  private static String data(BufferedReader in) throws IOException {
    StringBuilder mail = new StringBuilder();
    String line = in.readLine();
    while (line != null && !line.equals(".")) {
      mail.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
      line = in.readLine();
    }
    return mail.toString();
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static MimeMessage read(String source) {
    try {
      return new MimeMessage(
          Session.getInstance(new Properties()),
          new ByteArrayInputStream(source.getBytes(StandardCharsets.ISO_8859_1)));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
