package org.kontor.billing.invoice.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.kontor.domain.invoice.Buyer;
import org.kontor.domain.invoice.VatBreakdown;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.Seller.Address;

/** Reads what stands on a document as JSON: its buyer and its VAT breakdown. */
public final class FrozenJson {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};
  private static final TypeReference<List<Map<String, String>>> ROWS = new TypeReference<>() {};

  private FrozenJson() {}

  /** What {@link Buyer#json} wrote. */
  public static Buyer buyer(String json) {
    Map<String, String> fields = read(json, FIELDS);
    return new Buyer(
        fields.get("name"),
        fields.get("registrationId"),
        fields.get("vatId"),
        new Address(
            fields.get("line"),
            fields.get("city"),
            fields.get("postCode"),
            fields.get("subdivision"),
            fields.get("country")),
        fields.get("email"),
        fields.get("language"),
        fields.getOrDefault("purchaseOrderReference", ""));
  }

  /** What {@link VatBreakdown#json} wrote. */
  public static List<VatBreakdown> vat(String json, Currency currency) {
    return read(json, ROWS).stream()
        .map(
            fields ->
                new VatBreakdown(
                    fields.get("category"),
                    new BigDecimal(fields.get("rate")),
                    new Money(new BigDecimal(fields.get("base")), currency),
                    new Money(new BigDecimal(fields.get("tax")), currency),
                    fields.get("reason")))
        .toList();
  }

  private static <T> T read(String json, TypeReference<T> type) {
    try {
      return JSON.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a document's frozen content cannot be read", e);
    }
  }
}
