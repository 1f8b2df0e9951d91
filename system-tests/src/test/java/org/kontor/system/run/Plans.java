package org.kontor.system.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Rest;

/** A plan and what was booked, as REST shows both, cut down to what a plan can know. */
final class Plans {

  private static final List<String> DOCUMENT =
      List.of("customerId", "issueDate", "dueDate", "net", "vat", "total", "currency", "lines");
  private static final List<String> CHARGE =
      List.of("businessDate", "itemCode", "name", "periodFrom", "periodTo", "quantity", "amount");

  private Plans() {}

  /** The documents of a dry run with their lines, customer by customer. */
  static List<JsonNode> documents(Rest rest, JsonNode dry) {
    return sorted(drafts(rest, dry).stream().map(draft -> only(draft, DOCUMENT)).toList());
  }

  /** The invoices that a vendor issued on a day, in the same form. */
  static List<JsonNode> issued(Rest rest, String vendor, String day) {
    return sorted(
        rest.all("invoices?vendor=" + vendor).stream()
            .filter(invoice -> invoice.path("issueDate").asText().equals(day))
            .map(invoice -> rest.get("invoices/" + invoice.path("id").asText()).ok())
            .map(invoice -> only(invoice, DOCUMENT))
            .toList());
  }

  /** The charges of a dry run, by account, day and item. */
  static List<JsonNode> charges(Rest rest, JsonNode dry) {
    List<JsonNode> charges = new ArrayList<>();
    for (JsonNode draft : drafts(rest, dry)) {
      draft.path("charges").forEach(charge -> charges.add(only(charge, CHARGE)));
    }
    return charges;
  }

  /** The charges that a customer bears from a day on, in the same form. */
  static List<JsonNode> charged(Customer customer, String from) {
    return customer.charges().stream()
        .filter(charge -> charge.path("businessDate").asText().compareTo(from) >= 0)
        .map(charge -> only(charge, CHARGE))
        .toList();
  }

  /** Page by page, so that paging is proven, too. */
  private static List<JsonNode> drafts(Rest rest, JsonNode dry) {
    List<JsonNode> drafts = new ArrayList<>();
    String path = "runs/" + dry.path("id").asText() + "/drafts?limit=2";
    JsonNode page = rest.get(path).ok();
    page.path("items").forEach(drafts::add);
    while (page.hasNonNull("next")) {
      page = rest.get(path + "&after=" + page.path("next").asText()).ok();
      page.path("items").forEach(drafts::add);
    }
    return drafts;
  }

  private static List<JsonNode> sorted(List<JsonNode> documents) {
    return documents.stream()
        .sorted(Comparator.comparing(document -> document.path("customerId").asLong()))
        .toList();
  }

  private static JsonNode only(JsonNode node, List<String> fields) {
    return ((ObjectNode) node.deepCopy()).retain(fields);
  }
}
