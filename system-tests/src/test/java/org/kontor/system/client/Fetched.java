package org.kontor.system.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.kontor.system.client.Browsing.Person;

/** A file that a page's link leads to, or the refusal. */
final class Fetched {

  private final int status;
  private final Map<String, String> headers;
  private final byte[] content;

  private Fetched(int status, Map<String, String> headers, byte[] content) {
    this.status = status;
    this.headers = headers;
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
                        + " String.fromCharCode(x)); return {status: r.status, headers:"
                        + " Object.fromEntries(r.headers), body: btoa(s)}; }",
                    address);
    return new Fetched(
        ((Number) answer.get("status")).intValue(),
        (Map<String, String>) answer.get("headers"),
        Base64.getDecoder().decode((String) answer.get("body")));
  }

  int status() {
    return status;
  }

  /** Null where there is none. */
  String header(String name) {
    return headers.get(name.toLowerCase(Locale.ROOT));
  }

  /** What a reader copies out of a PDF, in the order of lines. */
  String words() throws IOException {
    return words(content);
  }

  /** The same of a file that came another way. */
  static String words(byte[] content) throws IOException {
    try (PDDocument file = Loader.loadPDF(content)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return stripper.getText(file).replace('\u00A0', ' ');
    }
  }

  String text() {
    return new String(content, StandardCharsets.UTF_8);
  }

  JsonNode json() {
    try {
      return new ObjectMapper().readTree(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What an archive holds, by name, in its order. */
  Map<String, String> parts() throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    Path file = Files.createTempFile("fetched", ".zip");
    Files.write(file, content);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        byte[] part = zip.getInputStream(entry).readAllBytes();
        parts.put(entry.getName(), new String(part, StandardCharsets.UTF_8));
      }
    } finally {
      Files.delete(file);
    }
    return parts;
  }

  @Override
  public String toString() {
    return status + " " + text();
  }
}
