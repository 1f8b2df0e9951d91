package org.kontor.web.rest;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.kontor.billing.document.boundary.DocumentFile;

/** How a document's file is answered: to be saved, and asked for again each time. */
public final class Files {

  private Files() {}

  /**
   * 200 with the file, or 304 when the caller shows its ETag. Callers may keep it, but the right to
   * see it is asked each time.
   */
  public static Response answer(DocumentFile file, Request request) {
    return answer(file.name(), DocumentFile.TYPE, file.sha256(), file.content(), request);
  }

  /**
   * The same of a file of any type.
   *
   * @param sha256 of the content, 64 hex digits
   */
  public static Response answer(
      String name, String type, String sha256, byte[] content, Request request) {
    EntityTag tag = new EntityTag(sha256);
    Response.ResponseBuilder same = request.evaluatePreconditions(tag);
    Response.ResponseBuilder answer =
        same != null
            ? same
            : Response.ok(content, type).header(HttpHeaders.CONTENT_DISPOSITION, attachment(name));
    return answer.tag(tag).header(HttpHeaders.CACHE_CONTROL, "private, no-cache").build();
  }

  /** RFC 6266: the name in ASCII, and as it is. */
  private static String attachment(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9._-]", "_");
    String exact = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + exact;
  }
}
