package org.kontor.web.client.company;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.kontor.crm.customer.boundary.CustomerChange;
import org.kontor.crm.customer.boundary.CustomerView;
import org.kontor.domain.policy.Seller.Address;

/**
 * The fields of the form in their order, each by its name; a value is never null. Further addresses
 * are one field of lines: which of them somebody else changed nobody could tell by their places.
 */
final class CompanyFields {

  static final String FURTHER = "furtherEmails";

  private static final Map<String, Function<CustomerView, String>> STORED = new LinkedHashMap<>();

  static {
    STORED.put("name", CustomerView::name);
    STORED.put("registrationId", CustomerView::registrationId);
    STORED.put("vatId", CustomerView::vatId);
    STORED.put("line", customer -> customer.address().line());
    STORED.put("postCode", customer -> customer.address().postCode());
    STORED.put("city", customer -> customer.address().city());
    STORED.put("subdivision", customer -> customer.address().subdivision());
    STORED.put("country", customer -> customer.address().country());
    STORED.put("email", CustomerView::email);
    STORED.put(FURTHER, customer -> String.join("\n", customer.furtherEmails()));
    STORED.put("purchaseOrderReference", CustomerView::purchaseOrderReference);
    STORED.put("language", CustomerView::language);
  }

  private CompanyFields() {}

  static List<String> names() {
    return List.copyOf(STORED.keySet());
  }

  static Map<String, String> of(CustomerView stored) {
    Map<String, String> values = new LinkedHashMap<>();
    STORED.forEach((name, value) -> values.put(name, clean(name, value.apply(stored))));
    return values;
  }

  /** As a form sent them: what it lacks is empty. */
  static Map<String, String> of(Map<String, String> sent) {
    Map<String, String> values = new LinkedHashMap<>();
    names().forEach(name -> values.put(name, clean(name, sent.get(name))));
    return values;
  }

  static String clean(String name, String value) {
    if (value == null) {
      return "";
    }
    return name.equals(FURTHER) ? String.join("\n", lines(value)) : value.strip();
  }

  /** What stands in a field of several lines; commas and semicolons part as lines do. */
  static List<String> lines(String value) {
    return Arrays.stream(value.split("[\\r\\n,;]"))
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .toList();
  }

  static CustomerChange change(Map<String, String> values) {
    return new CustomerChange(
        values.get("name"),
        values.get("registrationId"),
        values.get("vatId"),
        new Address(
            values.get("line"),
            values.get("city"),
            values.get("postCode"),
            values.get("subdivision"),
            values.get("country")),
        values.get("email"),
        lines(values.get(FURTHER)),
        values.get("language"),
        values.get("purchaseOrderReference"),
        null);
  }
}
