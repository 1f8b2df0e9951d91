package org.kontor.crm.customer.boundary;

import java.time.Instant;
import java.util.List;

/**
 * What is kept of one person, for that person.
 *
 * @param language ISO 639-1
 * @param zone in which it reads moments, an id of the IANA time zone database; null: its vendor's
 * @param secondFactorSince null where it has none
 */
public record PersonData(
    String name,
    String email,
    String language,
    String zone,
    Instant knownSince,
    Instant secondFactorSince,
    List<Member> customers,
    List<Agreed> agreements,
    List<Stay> sessions,
    List<Browser> rememberedBrowsers,
    List<Passkey> passkeys,
    List<Mail> mails) {

  public PersonData {
    customers = List.copyOf(customers);
    agreements = List.copyOf(agreements);
    sessions = List.copyOf(sessions);
    rememberedBrowsers = List.copyOf(rememberedBrowsers);
    passkeys = List.copyOf(passkeys);
    mails = List.copyOf(mails);
  }

  /**
   * What the person is to a customer.
   *
   * @param rights beyond the role, separated by blanks
   */
  public record Member(String customer, String role, String rights) {}

  /**
   * What the person agreed to for a customer.
   *
   * @param document {@code TERMS}, {@code PRIVACY} or {@code PROCESSING}
   * @param language ISO 639-1, in which it was shown
   * @param address network address from which it came
   */
  public record Agreed(
      String customer,
      String document,
      String version,
      String link,
      String language,
      Instant at,
      String address) {}

  /**
   * A session.
   *
   * @param browser what the browser called itself
   */
  public record Stay(Instant began, Instant lastSeen, String address, String browser) {}

  /**
   * A browser that spares its person the second factor.
   *
   * @param name what it called itself
   */
  public record Browser(String name, Instant lastUsed, Instant until) {}

  /**
   * @param lastUsed null: never
   */
  public record Passkey(String name, String site, Instant added, Instant lastUsed) {}

  /**
   * @param kind which of the vendor's mails it was
   * @param sent null: not sent
   */
  public record Mail(String kind, String recipient, String state, Instant created, Instant sent) {}
}
