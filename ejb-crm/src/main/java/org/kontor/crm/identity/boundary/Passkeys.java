package org.kontor.crm.identity.boundary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.yubico.webauthn.AssertionRequest;
import com.yubico.webauthn.AssertionResult;
import com.yubico.webauthn.FinishAssertionOptions;
import com.yubico.webauthn.FinishRegistrationOptions;
import com.yubico.webauthn.RegistrationResult;
import com.yubico.webauthn.RelyingParty;
import com.yubico.webauthn.StartAssertionOptions;
import com.yubico.webauthn.StartRegistrationOptions;
import com.yubico.webauthn.data.AuthenticatorSelectionCriteria;
import com.yubico.webauthn.data.PublicKeyCredential;
import com.yubico.webauthn.data.PublicKeyCredentialCreationOptions;
import com.yubico.webauthn.data.RelyingPartyIdentity;
import com.yubico.webauthn.data.ResidentKeyRequirement;
import com.yubico.webauthn.data.UserIdentity;
import com.yubico.webauthn.data.UserVerificationRequirement;
import com.yubico.webauthn.exception.AssertionFailedException;
import com.yubico.webauthn.exception.RegistrationFailedException;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kontor.crm.identity.boundary.SignIns.Entered;
import org.kontor.crm.identity.boundary.SignIns.Origin;
import org.kontor.crm.identity.control.Challenges;
import org.kontor.crm.identity.control.StoredPasskeys;
import org.kontor.crm.platform.boundary.Audit;
import org.kontor.crm.platform.boundary.Ids;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.crm.platform.boundary.Sql;

/**
 * Signing in by a key of one's own device (WebAuthn level 3). The device asks its owner for a
 * finger, a face or a PIN each time: that is two factors, and no code is asked for after it. A key
 * works at the host name where it was made, and nowhere else.
 */
@Stateless
public class Passkeys {

  private static final String LOCAL = "localhost";
  private static final int TRIES = 60;
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_ANSWER = 20_000;
  private static final String FOR_ANYBODY = "sign-in";

  @Inject private Sql sql;
  @Inject private Ids ids;
  @Inject private Challenges challenges;
  @Inject private Sessions sessions;
  @Inject private KnownDevices devices;
  @Inject private Tries tries;
  @Inject private Audit audit;

  /** The person's keys for this site, the newest first. */
  public List<Kept> list(Visitor visitor, Site site) {
    return sql.list(
        row ->
            new Kept(
                row.getLong(1),
                row.getString(2),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject(4, OffsetDateTime.class))
                    .map(OffsetDateTime::toInstant)
                    .orElse(null)),
        "select id, name, added_at, used_at from passkey where person_id = ? and site = ?"
            + " order by id desc",
        visitor.personId(),
        site.host());
  }

  /** What the browser needs to make a new key; the devices that have one are left out. */
  public Asked toAdd(Visitor visitor, Site site) {
    PublicKeyCredentialCreationOptions options =
        party(site)
            .startRegistration(
                StartRegistrationOptions.builder()
                    .user(
                        UserIdentity.builder()
                            .name(visitor.email())
                            .displayName(visitor.name())
                            .id(StoredPasskeys.handle(visitor.personId()))
                            .build())
                    .authenticatorSelection(
                        AuthenticatorSelectionCriteria.builder()
                            .residentKey(ResidentKeyRequirement.REQUIRED)
                            .userVerification(UserVerificationRequirement.REQUIRED)
                            .build())
                    .build());
    try {
      return new Asked(
          options.toCredentialsCreateJson(), challenges.seal(adding(visitor), options.toJson()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the library writes what it made", e);
    }
  }

  /**
   * Keeps a key that the browser made. The person's other sessions end, and no browser is
   * remembered: whoever was there before has to prove who it is.
   *
   * @param sealed what was asked, as {@link #toAdd} gave it
   * @param answer JSON of the browser
   * @param name by which its owner knows it; cut at 60 characters
   * @return whether it is a key for this site and person
   */
  public boolean add(Visitor visitor, Site site, String sealed, String answer, String name) {
    Optional<String> asked = asked(adding(visitor), sealed, answer);
    if (asked.isEmpty()) {
      return false;
    }
    RegistrationResult made;
    try {
      made =
          party(site)
              .finishRegistration(
                  FinishRegistrationOptions.builder()
                      .request(PublicKeyCredentialCreationOptions.fromJson(asked.get()))
                      .response(PublicKeyCredential.parseRegistrationResponseJson(answer))
                      .build());
    } catch (RegistrationFailedException | IOException | IllegalArgumentException e) {
      return false;
    }
    long id = ids.next();
    sql.update(
        "insert into passkey"
            + " (id, person_id, site, credential_id, public_key, signatures, name)"
            + " values (?, ?, ?, ?, ?, ?, ?)",
        id,
        visitor.personId(),
        site.host(),
        made.getKeyId().getId().getBytes(),
        made.getPublicKeyCose().getBytes(),
        made.getSignatureCount(),
        name.substring(0, Math.min(name.length(), LONGEST_NAME)));
    distrustOthers(visitor);
    audit.record("passkey.added", "person/" + visitor.personId(), Map.of("passkey", id));
    return true;
  }

  /**
   * The key opens nothing from now on; nor do the person's other sessions and remembered browsers,
   * which it may have opened.
   *
   * @throws org.kontor.domain.problem.Refused NOT_FOUND
   */
  public void remove(Visitor visitor, long id) {
    int gone =
        sql.update("delete from passkey where id = ? and person_id = ?", id, visitor.personId());
    if (gone == 0) {
      throw NotFound.of("passkey");
    }
    distrustOthers(visitor);
    audit.record("passkey.removed", "person/" + visitor.personId(), Map.of("passkey", id));
  }

  private void distrustOthers(Visitor visitor) {
    sessions.endOthers(visitor.personId(), visitor.sessionId());
    devices.distrust(visitor.personId());
  }

  /** What the browser needs to sign somebody in; it says itself whom. */
  public Asked toSignIn(Site site) {
    return ask(site, FOR_ANYBODY, Optional.empty());
  }

  /**
   * Signs in whoever the key belongs to.
   *
   * @return empty when it is nobody's key here, or the answer is to another question
   * @throws org.kontor.domain.problem.Refused TOO_MANY_REQUESTS
   */
  public Optional<Entered> signIn(Site site, String sealed, String answer, Origin from) {
    tries.count("passkey " + from.address(), TRIES, WINDOW);
    return person(site, FOR_ANYBODY, sealed, answer)
        .map(person -> new Entered(sessions.begin(person, from.address(), from.agent()), false));
  }

  /** What the browser needs to prove once more who is there. */
  public Asked toProve(Visitor visitor, Site site) {
    return ask(site, proving(visitor), Optional.of(visitor.email()));
  }

  /** Whether the answer is by a key of the visitor; its session counts as just proven then. */
  public boolean proves(Visitor visitor, Site site, String sealed, String answer) {
    boolean proven =
        person(site, proving(visitor), sealed, answer)
            .filter(person -> person == visitor.personId())
            .isPresent();
    if (proven) {
      sessions.proven(visitor.sessionId());
    }
    return proven;
  }

  private Asked ask(Site site, String name, Optional<String> email) {
    AssertionRequest request =
        party(site)
            .startAssertion(
                StartAssertionOptions.builder()
                    .username(email)
                    .userVerification(UserVerificationRequirement.REQUIRED)
                    .build());
    try {
      return new Asked(request.toCredentialsGetJson(), challenges.seal(name, request.toJson()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the library writes what it made", e);
    }
  }

  private Optional<Long> person(Site site, String name, String sealed, String answer) {
    Optional<String> asked = asked(name, sealed, answer);
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    AssertionResult shown;
    try {
      shown =
          party(site)
              .finishAssertion(
                  FinishAssertionOptions.builder()
                      .request(AssertionRequest.fromJson(asked.get()))
                      .response(PublicKeyCredential.parseAssertionResponseJson(answer))
                      .build());
    } catch (AssertionFailedException | IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
    if (!shown.isSuccess() || !shown.isUserVerified()) {
      return Optional.empty();
    }
    sql.update(
        "update passkey set signatures = ?, used_at = now() where credential_id = ?",
        shown.getSignatureCount(),
        shown.getCredential().getCredentialId().getBytes());
    return Optional.of(StoredPasskeys.person(shown.getCredential().getUserHandle()));
  }

  private Optional<String> asked(String name, String sealed, String answer) {
    return answer == null || answer.length() > LONGEST_ANSWER
        ? Optional.empty()
        : challenges.take(name, sealed);
  }

  private RelyingParty party(Site site) {
    return RelyingParty.builder()
        .identity(RelyingPartyIdentity.builder().id(site.host()).name(site.name()).build())
        .credentialRepository(new StoredPasskeys(sql, site.vendor(), site.host()))
        .origins(site.origins())
        .allowOriginPort(true)
        .build();
  }

  private static String adding(Visitor visitor) {
    return "add " + visitor.sessionId();
  }

  private static String proving(Visitor visitor) {
    return "prove " + visitor.sessionId();
  }

  /**
   * Where a key works.
   *
   * @param vendor whose people
   * @param host name of the client area, without a port
   * @param name of the vendor, as the device shows it
   */
  public record Site(String vendor, String host, String name) {

    /** Browsers take a host of the reader's own machine as safe without TLS. */
    Set<String> origins() {
      boolean local = host.equals(LOCAL) || host.endsWith("." + LOCAL);
      return local ? Set.of("https://" + host, "http://" + host) : Set.of("https://" + host);
    }
  }

  /**
   * What a browser is asked.
   *
   * @param options JSON for {@code navigator.credentials}
   * @param sealed to be sent back with the answer
   */
  public record Asked(String options, String sealed) {}

  /**
   * A key of a person.
   *
   * @param usedAt null: never yet
   */
  public record Kept(long id, String name, Instant addedAt, Instant usedAt) {}
}
