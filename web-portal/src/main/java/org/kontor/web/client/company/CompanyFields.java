package org.kontor.web.client.company;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.kontor.crm.customer.boundary.CustomerChange;
import org.kontor.crm.customer.boundary.CustomerView;
import org.kontor.domain.policy.Seller.Address;

/** The fields of the form in their order, each by its name; a value is never null. */
final class CompanyFields {

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
    STORED.put("language", CustomerView::language);
  }

  private CompanyFields() {}

  static List<String> names() {
    return List.copyOf(STORED.keySet());
  }

  static Map<String, String> of(CustomerView stored) {
    Map<String, String> values = new LinkedHashMap<>();
    STORED.forEach((name, value) -> values.put(name, clean(value.apply(stored))));
    return values;
  }

  /** As a form sent them: what it lacks is empty. */
  static Map<String, String> of(Map<String, String> sent) {
    Map<String, String> values = new LinkedHashMap<>();
    names().forEach(name -> values.put(name, clean(sent.get(name))));
    return values;
  }

  static String clean(String value) {
    return value == null ? "" : value.strip();
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
        values.get("language"),
        null);
  }
}
