package org.kontor.system.client.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the server answered.
 *
 * @param headers by name, whatever its case; several of one name stand below each other
 */
public record Page(int status, Map<String, String> headers, byte[] content) {

  /** A question to a passkey is another one each time. */
  private static final Pattern SEALED =
      Pattern.compile("name=\"passkey:sealed\" value=\"([^\"]+)\"");

  private static final Pattern CHALLENGE =
      Pattern.compile("&quot;challenge&quot;:&quot;([^&]+)&quot;");

  private static final Pattern INPUT =
      Pattern.compile("<(?:input|button|select|textarea)\\b[^>]*\\bname=\"([^\"]+)\"[^>]*>");
  private static final Pattern VALUE = Pattern.compile("\\bvalue=\"([^\"]*)\"");

  private static final Pattern NONCE = Pattern.compile("\\bnonce=\"([^\"]+)\"");
  private static final Pattern STATE =
      Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]*\\bvalue=\"([^\"]*)\"");

  public String text() {
    return new String(content, StandardCharsets.UTF_8);
  }

  public String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /** The text without what differs from request to request. */
  public String steady() {
    String steady = text();
    for (Pattern chance : List.of(NONCE, STATE, SEALED, CHALLENGE)) {
      Matcher found = chance.matcher(steady);
      if (found.find()) {
        steady = steady.replace(found.group(1), "");
      }
    }
    return steady;
  }

  /** What a form of the page would send if nothing were typed; the button is its first. */
  public Map<String, String> form(String id) {
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher form =
        Pattern.compile("<form\\b[^>]*\\bid=\"" + id + "\".*?</form>", Pattern.DOTALL)
            .matcher(text());
    if (!form.find()) {
      throw new AssertionError("no form " + id + " in " + text());
    }
    boolean button = false;
    Matcher input = INPUT.matcher(form.group());
    while (input.find()) {
      boolean pressed = input.group().startsWith("<button");
      boolean box = input.group().contains("type=\"checkbox\"");
      if (!box && !(pressed && button)) {
        Matcher value = VALUE.matcher(input.group());
        fields.put(input.group(1), value.find() ? plain(value.group(1)) : "");
      }
      button |= pressed;
    }
    // The page's script adds it
    Matcher nonce = NONCE.matcher(text());
    if (nonce.find()) {
      fields.put("primefaces.nonce", nonce.group(1));
    }
    return fields;
  }

  /** The state of the page, which its forms send back. */
  public String state() {
    Matcher state = STATE.matcher(text());
    if (!state.find()) {
      throw new AssertionError("no state in " + text());
    }
    return state.group(1);
  }

  private static String plain(String escaped) {
    return escaped
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }
}
