package org.kontor.crm.identity.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.commons.codec.binary.Base32;
import org.kontor.crm.access.control.KeyMaterial;
import org.kontor.crm.identity.boundary.SignIns.Origin;
import org.kontor.crm.identity.control.OneTimeCodes;
import org.kontor.crm.platform.boundary.Audit;
import org.kontor.crm.platform.boundary.Ids;
import org.kontor.crm.platform.boundary.Seal;
import org.kontor.crm.platform.boundary.Setting;
import org.kontor.crm.platform.boundary.Settings;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;

/**
 * What a person shows beside the password: a code of an authenticator app, or one of the recovery
 * codes that were given out with it. Each code is good once.
 */
@Stateless
public class SecondFactors {

  private static final String PURPOSE = "kontor authenticators 1";
  private static final int RECOVERY_CODES = 10;
  private static final int RECOVERY_BYTES = 10;
  private static final int TRIES = 5;

  /** Guessing from many addresses at once: six digits stay far from being found. */
  private static final int TRIES_FROM_ANYWHERE = 24;

  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Base32 BASE32 = new Base32();

  @Inject private Sql sql;
  @Inject private Ids ids;
  @Inject private Settings settings;
  @Inject private OneTimeCodes codes;
  @Inject private Sessions sessions;
  @Inject private KnownDevices devices;
  @Inject private Tries tries;
  @Inject private Audit audit;

  /** Whether the person has to show one. */
  public boolean has(long personId) {
    return sql.one(
            row -> true,
            "select 1 from authenticator where person_id = ? and since is not null",
            personId)
        .isPresent();
  }

  /** How many recovery codes are left. */
  public int recoveryCodesLeft(long personId) {
    return sql.one(
            row -> row.getInt(1),
            "select count(*) from recovery_code where person_id = ? and used_at is null",
            personId)
        .orElse(0);
  }

  /**
   * Begins with a new authenticator, or goes on with the one that was begun: it counts from its
   * first code on.
   *
   * @param issuer name under which the app shows it
   * @throws org.kontor.domain.problem.Refused WRONG_STATE when the person has one
   */
  public Begun begin(Visitor visitor, String issuer) {
    if (has(visitor.personId())) {
      throw Problem.of(
              ProblemCode.WRONG_STATE,
              "",
              "There is an authenticator already",
              "Remove it first, then begin with another one.")
          .asException();
    }
    byte[] secret =
        begun(visitor.personId())
            .orElseGet(
                () -> {
                  byte[] made = codes.newSecret();
                  sql.update(
                      "insert into authenticator (person_id, secret) values (?, ?)"
                          + " on conflict (person_id) do nothing",
                      visitor.personId(),
                      seal().close(name(visitor.personId()), made));
                  return begun(visitor.personId()).orElseThrow();
                });
    String text = BASE32.encodeToString(secret);
    String label = encoded(issuer) + ":" + encoded(visitor.email());
    return new Begun(
        text, "otpauth://totp/" + label + "?secret=" + text + "&issuer=" + encoded(issuer));
  }

  /**
   * The first code: from now on one is asked for at each sign-in.
   *
   * @return recovery codes to show once; empty when the code is wrong
   */
  public List<String> confirm(Visitor visitor, String code) {
    long person = visitor.personId();
    String trying = "authenticator " + person;
    tries.count(trying, TRIES, WINDOW);
    if (!isCode(person, code)) {
      return List.of();
    }
    tries.forget(trying);
    sql.update("update authenticator set since = now() where person_id = ?", person);
    sessions.endOthers(person, visitor.sessionId());
    devices.distrust(person);
    List<String> made = newRecoveryCodes(person);
    audit.record("authenticator.added", "person/" + person, Map.of());
    return made;
  }

  /** New recovery codes; those before are worth nothing. */
  public List<String> renewRecoveryCodes(Visitor visitor) {
    List<String> made = newRecoveryCodes(visitor.personId());
    audit.record("recovery-codes.renewed", "person/" + visitor.personId(), Map.of());
    return made;
  }

  private List<String> newRecoveryCodes(long person) {
    sql.update("delete from recovery_code where person_id = ?", person);
    List<String> made = new ArrayList<>();
    for (int i = 0; i < RECOVERY_CODES; i++) {
      byte[] random = new byte[RECOVERY_BYTES];
      RANDOM.nextBytes(random);
      String code = BASE32.encodeToString(random).toLowerCase(Locale.ROOT);
      sql.update(
          "insert into recovery_code (id, person_id, code_hash) values (?, ?, ?)",
          ids.next(),
          person,
          KeyMaterial.digest(code));
      made.add(code.replaceAll("(.{4})(?=.)", "$1-"));
    }
    return made;
  }

  /** The password suffices again; recovery codes and known devices are gone with it. */
  public void remove(Visitor visitor) {
    long person = visitor.personId();
    for (String table : List.of("authenticator", "recovery_code")) {
      sql.update("delete from " + table + " where person_id = ?", person);
    }
    devices.distrust(person);
    sessions.endOthers(person, visitor.sessionId());
    audit.record("authenticator.removed", "person/" + person, Map.of());
  }

  /**
   * Opens a session that waits for the second factor.
   *
   * @param token of the waiting session
   * @param code of the app, or a recovery code; blanks and hyphens in it do not count
   * @return the token by which the session goes from now on; empty when the code is wrong
   * @throws org.kontor.domain.problem.Refused NOT_FOUND when no session waits, TOO_MANY_REQUESTS
   */
  public Optional<String> enter(String vendor, String token, String code, Origin from) {
    long person =
        sessions
            .waiting(vendor, token)
            .orElseThrow(
                () ->
                    Problem.of(
                            ProblemCode.NOT_FOUND,
                            "",
                            "Nobody waits here for a second factor",
                            "Sign in again.")
                        .asException());
    // Only who knows the password comes here: nobody else can use these tries up
    String trying = "second " + person + " " + from.address();
    tries.count(trying, TRIES, WINDOW);
    tries.count("second " + person, TRIES_FROM_ANYWHERE, WINDOW);
    String bare = code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
    if (!isCode(person, bare) && !isRecoveryCode(person, bare)) {
      return Optional.empty();
    }
    tries.forget(trying);
    return Optional.of(sessions.open(token));
  }

  private boolean isCode(long person, String code) {
    Optional<Kept> kept =
        sql.one(
            row ->
                new Kept(
                    row.getBytes(1),
                    row.getLong(2),
                    row.getObject(3, OffsetDateTime.class).toInstant()),
            "select secret, last_step, now() from authenticator where person_id = ? for update",
            person);
    if (kept.isEmpty()) {
      return false;
    }
    OptionalLong step =
        codes.step(
            open(person, kept.get().secret()), code, kept.get().now(), kept.get().lastStep());
    step.ifPresent(
        used ->
            sql.update("update authenticator set last_step = ? where person_id = ?", used, person));
    return step.isPresent();
  }

  private boolean isRecoveryCode(long person, String code) {
    int used =
        sql.update(
            "update recovery_code set used_at = now()"
                + " where person_id = ? and code_hash = ? and used_at is null",
            person,
            KeyMaterial.digest(code));
    if (used == 1) {
      audit.record("recovery-code.used", "person/" + person, Map.of());
    }
    return used == 1;
  }

  private Optional<byte[]> begun(long person) {
    return sql.one(
            row -> row.getBytes(1), "select secret from authenticator where person_id = ?", person)
        .map(closed -> open(person, closed));
  }

  private byte[] open(long person, byte[] closed) {
    return seal()
        .open(name(person), closed)
        .orElseThrow(
            () ->
                Problem.of(
                        ProblemCode.UNAVAILABLE,
                        "",
                        "Codes of authenticators cannot be checked: kontor.keys.secret has changed",
                        "Bring the former secret back, or have the authenticator removed.")
                    .asException());
  }

  private Seal seal() {
    return new Seal(settings.text(Setting.KEYS_SECRET), PURPOSE);
  }

  private static String name(long person) {
    return "person/" + person;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /**
   * An authenticator that was begun.
   *
   * @param secret Base32, to be typed in
   * @param address what the app reads from a picture
   */
  public record Begun(String secret, String address) {}

  /**
   * @param now the database's own time: signing in is traffic, and goes on when a simulated clock
   *     stands still
   */
  private record Kept(byte[] secret, long lastStep, Instant now) {}
}
