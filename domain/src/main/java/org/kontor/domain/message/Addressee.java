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
   * @param further addresses for documents, beside that one or the main administrator; those that
   *     bounce are named, so that they show as undeliverable
   * @param people of the customer
   * @param bouncing addresses in lower case that do not accept mail; billing mail then goes to the
   *     main administrator, other mail still names the address, so that it shows as undeliverable
   * @return empty when nobody has an address
   */
  public static List<Addressee> of(
      MessageAudience audience,
      Addressee billing,
      Collection<Addressee> further,
      Collection<Member> people,
      Set<String> bouncing) {
    Map<String, Addressee> byAddress = new LinkedHashMap<>();
    boolean addressed = audience.isAddress() && !billing.email().isBlank();
    if (addressed && !bouncing.contains(billing.address())) {
      byAddress.put(billing.address(), billing);
    } else {
      people.stream()
          .filter(member -> audience.means(member.role()) && !member.who().email().isBlank())
          .map(Member::who)
          .forEach(who -> byAddress.putIfAbsent(who.address(), who));
    }
    if (byAddress.isEmpty() && addressed) {
      byAddress.put(billing.address(), billing);
    }
    if (audience == MessageAudience.DOCUMENTS) {
      further.forEach(other -> byAddress.putIfAbsent(other.address(), other));
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
