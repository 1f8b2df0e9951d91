package org.kontor.domain.message;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.kontor.domain.customer.Role;

/**
 * Somebody who gets a mail.
 *
 * @param personId null for an address that is nobody's
 * @param name empty for an address that is nobody's
 * @param language ISO 639-1
 */
public record Addressee(Long personId, String email, String name, String language) {

  /**
   * Whom a mail for an audience goes to: each address once, however it is spelt.
   *
   * @param billing address of the customer for documents; its e-mail is empty when there is none
   * @param people of the customer
   * @param bouncing addresses in lower case that do not accept mail; billing mail then goes to the
   *     main administrator, other mail still names the address, so that it shows as undeliverable
   * @return empty when nobody has an address
   */
  public static List<Addressee> of(
      MessageAudience audience,
      Addressee billing,
      Collection<Member> people,
      Set<String> bouncing) {
    if (audience == MessageAudience.BILLING
        && !billing.email().isBlank()
        && !bouncing.contains(billing.address())) {
      return List.of(billing);
    }
    Map<String, Addressee> byAddress = new LinkedHashMap<>();
    for (Member member : people) {
      if (audience.means(member.role()) && !member.who().email().isBlank()) {
        byAddress.putIfAbsent(member.who().address(), member.who());
      }
    }
    if (byAddress.isEmpty() && audience == MessageAudience.BILLING && !billing.email().isBlank()) {
      return List.of(billing);
    }
    return List.copyOf(byAddress.values());
  }

  /** The address in the one spelling by which addresses are compared. */
  public String address() {
    return email.strip().toLowerCase(Locale.ROOT);
  }

  /** A person with a role at the customer. */
  public record Member(Role role, Addressee who) {}
}
