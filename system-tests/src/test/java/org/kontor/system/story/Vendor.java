package org.kontor.system.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One of the vendors, in its own zone. */
public record Vendor(Book book, String code, ZoneId zone) {

  private static final Map<String, List<String>> PLACES =
      Map.of(
          "Europe/Bucharest", List.of("Cluj-Napoca", "400001", "CJ", "RO", "ro"),
          "Europe/Moscow", List.of("Москва", "101000", "MOW", "RU", "ru"),
          "Europe/Kyiv", List.of("Київ", "01001", "30", "UA", "uk"),
          "Europe/Madrid", List.of("Zaragoza", "50001", "Z", "ES", "es"));

  /** A customer with the buyer data that an invoice needs. */
  public Customer customer(String name) {
    JsonNode created = book.rest().post("customers", request(name)).ok();
    return new Customer(this, created.path("id").asLong());
  }

  /** The body of {@code POST /customers} for a customer of this vendor. */
  public Map<String, Object> request(String name) {
    List<String> place = PLACES.getOrDefault(zone.getId(), PLACES.get("Europe/Madrid"));
    String mail = code + "." + Integer.toHexString(name.hashCode()) + "@customer.example";
    Map<String, Object> body = new HashMap<>();
    body.put("vendor", code);
    body.put("reference", name);
    body.put("name", name);
    body.put("registrationId", "");
    body.put("vatId", "");
    body.put(
        "address",
        Map.of(
            "line", "Main Street 1",
            "city", place.get(0),
            "postCode", place.get(1),
            "subdivision", place.get(2),
            "country", place.get(3)));
    body.put("email", mail);
    body.put("language", place.get(4));
    body.put("mainAdministrator", Map.of("name", name + " Admin", "email", mail));
    return body;
  }

  /** Lets time pass until this day begins in the vendor's zone. */
  public void until(String day) {
    book.until(LocalDate.parse(day), zone);
  }

  /** Lets time pass until this local time. */
  public void untilTime(String local) {
    book.until(local, zone);
  }

  public List<JsonNode> invoices() {
    return book.rest().all("invoices?vendor=" + code);
  }
}
