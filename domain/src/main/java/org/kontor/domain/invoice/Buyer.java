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
 * @param purchaseOrderReference BT-13, may be empty
 */
public record Buyer(
    String name,
    String registrationId,
    String vatId,
    Address address,
    String email,
    String language,
    String purchaseOrderReference) {

  /** A buyer who names no purchase order. */
  public Buyer(
      String name,
      String registrationId,
      String vatId,
      Address address,
      String email,
      String language) {
    this(name, registrationId, vatId, address, email, language, "");
  }

  /** The same buyer as a reader of another language reads of it. */
  public Buyer in(String otherLanguage) {
    return new Buyer(
        name, registrationId, vatId, address, email, otherLanguage, purchaseOrderReference);
  }

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

  /**
   * Canonical JSON: what is stored and hashed. A reference that is empty is left out, as it was on
   * all documents before there was one: their digests stay what they are.
   */
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
    if (!purchaseOrderReference.isEmpty()) {
      fields.put("purchaseOrderReference", purchaseOrderReference);
    }
    return CanonicalJson.object(fields);
  }
}
