package org.kontor.launcher.mail;

import java.nio.file.Path;

/** The pages themselves; everything that came by mail is escaped. */
final class MailHtml {

  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
      <title>%s</title>
      <style>
        body { font-family: sans-serif; margin: 1.5rem auto; max-width: 60rem; padding: 0 1rem }
        table { border-collapse: collapse; width: 100%% }
        th, td { text-align: left; padding: .4rem .6rem; border-bottom: 1px solid #ccc; vertical-align: top }
        pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #f6f6f6; padding: 1rem }
        iframe { width: 100%%; height: 30rem; border: 1px solid #ccc }
      </style></head>
      <body>
      """;

  private static final String FOOT = "</body></html>\n";

  private MailHtml() {}

  static String message(String text) {
    return HEAD.formatted("Mailbox")
        + "<p>"
        + escaped(text)
        + "</p><p><a href=\"/\">All mails</a></p>"
        + FOOT;
  }

  static String list(Rows rows, int all, Path folder) {
    return HEAD.formatted("Mailbox")
        + "<h1>Mailbox</h1><p>Every mail that Kontor sent on this machine, the latest first: "
        + all
        + (all > 200 ? ", the latest 200 shown" : "")
        + ". Files: "
        + escaped(folder.toString())
        + "</p>"
        + "<table><thead><tr><th scope=\"col\">Sent</th><th scope=\"col\">To</th>"
        + "<th scope=\"col\">Subject</th><th scope=\"col\">From</th></tr></thead><tbody>"
        + rows.html
        + "</tbody></table>"
        + FOOT;
  }

  static String mail(long number, ReadMail mail) {
    StringBuilder page = new StringBuilder(HEAD.formatted(escaped(mail.subject())));
    page.append("<p><a href=\"/\">All mails</a></p><h1>").append(escaped(mail.subject()));
    page.append("</h1><table><tbody>");
    row(page, "From", mail.from());
    row(page, "To", mail.to());
    row(page, "Sent", mail.sent());
    row(page, "Message-ID", mail.messageId());
    page.append("</tbody></table><h2>Text</h2><pre>").append(escaped(mail.text())).append("</pre>");
    if (!mail.files().isEmpty()) {
      page.append("<h2>Attachments</h2><ul>");
      for (int i = 0; i < mail.files().size(); i++) {
        ReadMail.File file = mail.files().get(i);
        page.append("<li><a href=\"/mails/").append(number).append('/').append(i).append("\">");
        page.append(escaped(file.name())).append("</a>, ").append(file.size()).append("</li>");
      }
      page.append("</ul>");
    }
    if (!mail.html().isEmpty()) {
      page.append("<h2>HTML</h2><iframe sandbox title=\"The mail as HTML\" src=\"/mails/");
      page.append(number).append("/html\"></iframe>");
    }
    return page.append(FOOT).toString();
  }

  private static void row(StringBuilder page, String name, String value) {
    page.append("<tr><th scope=\"row\">").append(name).append("</th><td>");
    page.append(escaped(value)).append("</td></tr>");
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** The lines of the list. */
  static final class Rows {
    private final StringBuilder html = new StringBuilder();

    void add(long number, ReadMail mail) {
      html.append("<tr><td>").append(escaped(mail.sent())).append("</td><td>");
      html.append(escaped(mail.to())).append("</td><td><a href=\"/mails/").append(number);
      html.append("\">").append(escaped(mail.subject())).append("</a></td><td>");
      html.append(escaped(mail.from())).append("</td></tr>\n");
    }
  }
}
