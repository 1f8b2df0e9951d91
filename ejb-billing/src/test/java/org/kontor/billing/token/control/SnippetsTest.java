package org.kontor.billing.token.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.billing.token.boundary.AccessClaims;
import org.kontor.billing.token.boundary.PublicKeys;

/** The programs of {@code docs/access-tokens.md}, extracted and run against good and bad tokens. */
class SnippetsTest {

  private static final Pattern SNIPPET =
      Pattern.compile("<!-- snippet: (\\S+) -->\n```\\w+\n(.*?)```", Pattern.DOTALL);
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final SigningKey KEY = SigningKey.generate();
  private static final SigningKey PREVIOUS = SigningKey.generate();
  private static final SigningKey FOREIGN = SigningKey.generate();

  @TempDir static Path folder;

  private static Map<String, String> good;
  private static Map<String, String> bad;

  @BeforeAll
  static void extract() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "access-tokens.md"));
    Matcher snippets = SNIPPET.matcher(page);
    List<String> names = new ArrayList<>();
    while (snippets.find()) {
      names.add(snippets.group(1));
      Files.writeString(folder.resolve(snippets.group(1)), snippets.group(2));
    }
    assertEquals(
        List.of("VerifyAccess.java", "verify-access.mjs", "verify_access.py", "verify_access.php"),
        names);
    PublicKeys keys =
        new PublicKeys(List.of(published(KEY.kid(), KEY), published(PREVIOUS.kid(), PREVIOUS)));
    new JsonMapper().writeValue(folder.resolve("keys.json").toFile(), keys);
    good =
        Map.of(
            "signed",
            token(KEY, "intrum", NOW),
            "before the rotation",
            token(PREVIOUS, "intrum", NOW));
    bad = bad();
  }

  @Test
  void java_accepts_good_tokens_and_refuses_all_others() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Path classes = folder.resolve("classes");
    Interpreters.Run compiled =
        Interpreters.run(
            folder,
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                classes.toString(),
                "VerifyAccess.java"));
    assertEquals(0, compiled.exit(), compiled.printed());
    String path = classes + ":" + System.getProperty("java.class.path");
    check(List.of(java, "-XX:TieredStopAtLevel=1", "-cp", path, "VerifyAccess"));
  }

  @Test
  void javascript_accepts_good_tokens_and_refuses_all_others() throws Exception {
    check(List.of(Interpreters.node(), "verify-access.mjs"));
  }

  @Test
  void python_accepts_good_tokens_and_refuses_all_others() throws Exception {
    check(List.of(Interpreters.python(), "verify_access.py"));
  }

  @Test
  void php_accepts_good_tokens_and_refuses_all_others() throws Exception {
    check(List.of(Interpreters.php(), "verify_access.php"));
  }

  private static void check(List<String> program) throws Exception {
    for (Map.Entry<String, String> token : good.entrySet()) {
      Interpreters.Run run = run(program, token.getValue());
      assertEquals(0, run.exit(), token.getKey() + ": " + run.printed());
      assertEquals("BLOCKED", new JsonMapper().readTree(run.printed()).path("effect").asText());
    }
    for (Map.Entry<String, String> token : bad.entrySet()) {
      Interpreters.Run run = run(program, token.getValue());
      assertEquals(1, run.exit(), token.getKey() + " was let in: " + run.printed());
      assertTrue(run.printed().startsWith("refused: "), token.getKey() + ": " + run.printed());
      String because = token.getKey().replaceFirst("^.*: ", "");
      assertTrue(run.printed().contains(because), token.getKey() + ": " + run.printed());
    }
  }

  private static Interpreters.Run run(List<String> program, String token) throws Exception {
    List<String> command = new ArrayList<>(program);
    command.addAll(List.of("keys.json", "intrum", Long.toString(NOW.getEpochSecond()), token));
    return Interpreters.run(folder, command);
  }

  /** What is wrong with it: the word that the refusal says. */
  private static Map<String, String> bad() {
    String token = token(KEY, "intrum", NOW);
    String[] part = token.split("\\.");
    String claims = new String(Base64.getUrlDecoder().decode(part[1]), StandardCharsets.UTF_8);
    String altered = base64(claims.replace("\"BLOCKED\"", "\"FULL\""));
    String none =
        base64("{\"alg\":\"none\",\"typ\":\"kontor-access+jwt\",\"kid\":\"" + KEY.kid() + "\"}");
    String otherType = "{\"alg\":\"EdDSA\",\"typ\":\"JWT\",\"kid\":\"" + KEY.kid() + "\"}";
    String stolenName =
        "{\"alg\":\"EdDSA\",\"typ\":\"kontor-access+jwt\",\"kid\":\"" + KEY.kid() + "\"}";
    Map<String, String> tokens = new LinkedHashMap<>();
    tokens.put("of another key: unknown kid", token(FOREIGN, "intrum", NOW));
    tokens.put(
        "of another key under our id: wrong signature", TokenText.jws(FOREIGN, stolenName, claims));
    tokens.put("altered: wrong signature", part[0] + "." + altered + "." + part[2]);
    tokens.put("alg none: wrong alg", none + "." + part[1] + ".");
    tokens.put("alg none with a signature: wrong alg", none + "." + part[1] + "." + part[2]);
    tokens.put("of another type: wrong typ", TokenText.jws(KEY, otherType, claims));
    tokens.put("for another vendor: wrong aud", token(KEY, "kabinet", NOW));
    tokens.put("an hour old: expired", token(KEY, "intrum", NOW.minusSeconds(3600)));
    tokens.put("expired this second: expired", token(KEY, "intrum", NOW.minusSeconds(900)));
    tokens.put("of the future: expired", token(KEY, "intrum", NOW.plusSeconds(3600)));
    tokens.put("without signature: wrong signature", part[0] + "." + part[1] + ".");
    tokens.put("two parts: not a token", part[0] + "." + part[1]);
    return tokens;
  }

  private static String token(SigningKey key, String vendor, Instant issued) {
    AccessClaims claims =
        new AccessClaims(
            vendor,
            4711L,
            "STAFF",
            12,
            34,
            "crm",
            1,
            "BLOCKED",
            false,
            true,
            true,
            null,
            null,
            "NEGATIVE_BALANCE",
            List.of("S2.16"),
            null,
            vendor + "@1");
    return TokenText.sign(key, "id", claims, issued, TokenText.expiry(issued, 15, null));
  }

  private static PublicKeys.Key published(String kid, SigningKey key) {
    return PublicKeys.Key.ed25519(kid, SigningKey.base64Url(key.publicKey()));
  }

  private static String base64(String text) {
    return SigningKey.base64Url(text.getBytes(StandardCharsets.UTF_8));
  }
}
