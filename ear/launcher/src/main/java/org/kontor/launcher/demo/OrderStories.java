package org.kontor.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** S4 and S5: licences, modules, add-ons and support by order, paid by transfer. */
final class OrderStories {

  private static final String[] MODULES = {
    "module-warehouse", "module-telephony", "module-production"
  };
  private static final String[] SUPPLIERS = {
    "supplier-a", "supplier-b", "supplier-c", "supplier-d"
  };

  private final Story story;
  private final LocalDate begin;

  OrderStories(Story story) {
    this.story = story;
    this.begin = story.begin();
  }

  void tell() {
    for (int no = 0; no < Cast.PERFECTUM.size(); no++) {
      int customer = no;
      story.on(begin.plusDays(3L * no), () -> perfectum(customer));
    }
    for (int no = 0; no < Cast.PRESTAIMPORT.size(); no++) {
      int customer = no;
      story.on(begin.plusDays(2L + 4L * no), () -> prestaImport(customer));
    }
  }

  private void perfectum(int no) throws IOException, InterruptedException {
    Cast cast = Cast.PERFECTUM;
    LocalDate today = begin.plusDays(3L * no);
    long customer =
        story.customer(
            cast.vendor(),
            cast.reference(no),
            "ТОВ «" + cast.companies().get(no) + "»",
            cast.address(no),
            cast.administrator(no));
    List<String> products = new ArrayList<>(List.of("licence"));
    if (no % 2 == 0) {
      products.add(MODULES[no % MODULES.length]);
    }
    order(customer, products, 1);
    if (no % 7 != 6) {
      story.later(today.plusDays(4), () -> story.payOpen(customer, today.plusDays(4), 100));
      story.on(today.plusDays(20), () -> order(customer, List.of("support-hour"), 1 + no % 3));
    }
    if (no % 3 == 0) {
      story.later(today.plusDays(24), () -> story.payOpen(customer, today.plusDays(24), 100));
    }
    if (no == 3) {
      story.later(today.plusDays(26), () -> creditLast(customer));
    }
  }

  private void prestaImport(int no) throws IOException, InterruptedException {
    Cast cast = Cast.PRESTAIMPORT;
    LocalDate today = begin.plusDays(2L + 4L * no);
    long customer =
        story.customer(
            cast.vendor(),
            cast.reference(no),
            cast.companies().get(no) + " S.L.",
            cast.address(no),
            cast.administrator(no));
    List<String> products = new ArrayList<>(List.of("gui-licence"));
    for (int i = 0; i <= no % 3; i++) {
      products.add(SUPPLIERS[(no + i) % SUPPLIERS.length]);
    }
    order(customer, products, 1);
    if (no % 6 != 5) {
      story.later(
          today.plusDays(3), () -> story.payOpen(customer, today.plusDays(3), no == 8 ? 50 : 100));
    }
    if (no % 4 == 1) {
      story.on(today.plusDays(15), () -> order(customer, List.of("onboarding"), 1));
    }
  }

  private void order(long customer, List<String> products, int quantity)
      throws IOException, InterruptedException {
    List<Map<String, Object>> lines =
        products.stream()
            .map(product -> Map.<String, Object>of("product", product, "quantity", quantity))
            .toList();
    story.api().post("orders", Map.of("customerId", customer, "lines", lines));
  }

  private void creditLast(long customer) throws IOException, InterruptedException {
    JsonNode invoices = story.api().get("invoices?customer=" + customer).get("items");
    story
        .api()
        .post(
            "invoices/" + invoices.get(0).get("id").asLong() + "/credit-notes",
            Map.of("reason", "Work was not needed"));
  }
}
