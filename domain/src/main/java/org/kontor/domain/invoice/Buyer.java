package org.kontor.domain.invoice;

import java.util.Map;
import java.util.TreeMap;
import org.kontor.domain.policy.Seller.Address;

/**
 * The buyer (BG-7) as frozen on a document.
 *
 * @param name BT-44
 * @param registrationId BT-47, may be empty
 * @param vatId BT-48, may be empty
 * @param language of the document
 */
public record Buyer(
    String name,
    String registrationId,
    String vatId,
    Address address,
    String email,
    String language) {

  /** The same without what names him; the country stays for the books of VAT. */
  public Buyer pseudonym(long customerId) {
    return new Buyer(
        pseudonymOf(customerId),
        "",
        "",
        new Address("", "", "", "", address.country()),
        "",
        language);
  }

  /** The name that a customer has when he is nobody any more. */
  public static String pseudonymOf(long customerId) {
    return "customer/" + customerId;
  }

  /** Canonical JSON: what is stored and hashed. */
  public String json() {
    Map<String, String> fields = new TreeMap<>();
    fields.put("name", name);
    fields.put("registrationId", registrationId);
    fields.put("vatId", vatId);
    fields.put("line", address.line());
    fields.put("city", address.city());
    fields.put("postCode", address.postCode());
    fields.put("subdivision", address.subdivision());
    fields.put("country", address.country());
    fields.put("email", email);
    fields.put("language", language);
    return CanonicalJson.object(fields);
  }
}
