package org.kontor.system.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.kontor.system.client.Browsing.Person;

/** A file that a page's link leads to, or the refusal. */
final class Fetched {

  private final int status;
  private final byte[] content;

  private Fetched(int status, byte[] content) {
    this.status = status;
    this.content = content;
  }

  /** Asks as the page does that is open, with its session. */
  @SuppressWarnings("unchecked")
  static Fetched by(Person person, String address) {
    Map<String, Object> answer =
        (Map<String, Object>)
            person
                .page()
                .evaluate(
                    "async a => { const r = await fetch(a); const b = new Uint8Array(await"
                        + " r.arrayBuffer()); let s = ''; b.forEach(x => s +="
                        + " String.fromCharCode(x)); return {status: r.status, body: btoa(s)}; }",
                    address);
    return new Fetched(
        ((Number) answer.get("status")).intValue(),
        Base64.getDecoder().decode((String) answer.get("body")));
  }

  int status() {
    return status;
  }

  String text() {
    return new String(content, StandardCharsets.UTF_8);
  }

  /** What an archive holds, by name, in its order. */
  Map<String, String> parts() throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return parts;
  }

  @Override
  public String toString() {
    return status + " " + text();
  }
}
