package org.kontor.system.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.kontor.system.story.Answer;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Pack;
import org.kontor.system.story.Rest;
import org.kontor.system.story.Subscription;
import org.kontor.system.story.Vendor;

/**
 * Random customers of all five vendors and what they do. All chance comes from one generator and
 * never from an answer of the server, so that a seed tells the whole story again.
 */
final class RandomBook {

  private static final List<String> PLANS = List.of("start", "pro", "enterprise");

  private final Random random;
  private final Book book;
  private final Map<String, Vendor> vendors = new LinkedHashMap<>();
  private final List<Account> monthly = new ArrayList<>();
  private final List<Account> daily = new ArrayList<>();
  private final List<Account> arrears = new ArrayList<>();
  private final List<Customer> buyers = new ArrayList<>();
  private int counter;
  private int refusals;
  private int actions;

  /** A customer with his subscription. */
  private record Account(Customer customer, Subscription subscription) {}

  RandomBook(Rest rest, Random random, LocalDate from, int customers) {
    this.random = random;
    this.book = Book.begin(rest, from.toString());
    for (String code : List.of("prim", "intrum", "kabinet", "perfectum", "prestaimport")) {
      Pack source = code.equals("prim") ? Pack.trusting(code) : Pack.bundled(code);
      Pack pack = source.version(1, from.minusMonths(1));
      if (code.equals("intrum") && random.nextBoolean()) {
        pack = pack.with("dailyRounding: EACH_LINE", "dailyRounding: CARRY");
      }
      vendors.put(code, book.vendor(code, pack));
    }
    rate(from);
    for (int i = 0; i < customers; i++) {
      join();
    }
  }

  Book book() {
    return book;
  }

  String figures() {
    return actions + " actions, " + refusals + " of them refused";
  }

  /** One day's actions at some moment of that day. */
  void day(LocalDate day, int most) {
    if (day.getDayOfWeek().getValue() == 1) {
      rate(day);
    }
    int todo = random.nextInt(most + 1);
    for (int i = 0; i < todo; i++) {
      act();
    }
  }

  private void act() {
    actions++;
    switch (random.nextInt(12)) {
      case 0 -> join();
      case 1 -> convertOrStop(pick(monthly));
      case 2 -> change(pick(monthly));
      case 3, 4 -> payInvoices(pick(monthly).customer(), "RON");
      case 5 -> use(pick(daily));
      case 6 -> topUp(pick(daily).customer(), "RUB", "bank-card");
      case 7 -> service(pick(daily));
      case 8 -> useMonth(pick(arrears));
      case 9 -> topUp(pick(arrears).customer(), random.nextBoolean() ? "USD" : "UAH", "google-pay");
      case 10 -> order(buyers.get(random.nextInt(buyers.size())));
      default -> creditNote();
    }
  }

  private void join() {
    String name = "C" + ++counter;
    boolean trial = random.nextInt(3) == 0;
    String plan = PLANS.get(random.nextInt(PLANS.size()));
    switch (random.nextInt(4)) {
      case 0 -> monthly.add(subscribed(vendors.get("prim"), name, plan, trial));
      case 1 -> {
        Account account = subscribed(vendors.get("intrum"), name, "crm", trial);
        daily.add(account);
        heads(account);
      }
      case 2 -> arrears.add(subscribed(vendors.get("kabinet"), name, "base", false));
      default ->
          buyers.add(
              vendors.get(random.nextBoolean() ? "perfectum" : "prestaimport").customer(name));
    }
  }

  private static Account subscribed(Vendor vendor, String name, String plan, boolean trial) {
    Customer customer = vendor.customer(name);
    return new Account(
        customer, trial ? customer.tries(plan) : customer.subscribes(plan, Map.of()));
  }

  private Account pick(List<Account> accounts) {
    while (accounts.isEmpty()) {
      join();
    }
    return accounts.get(random.nextInt(accounts.size()));
  }

  private void convertOrStop(Account account) {
    switch (random.nextInt(5)) {
      case 0, 1 -> tolerant(account.subscription().converts());
      case 2 -> tolerant(account.subscription().stops("unpaid"));
      case 3 -> tolerant(account.subscription().restored());
      default -> {
        if (random.nextInt(4) == 0) {
          tolerant(account.subscription().cancels());
        }
      }
    }
  }

  private void change(Account account) {
    tolerant(account.subscription().uses("crm-accounts", random.nextInt(1300)));
    String plan = random.nextBoolean() ? null : PLANS.get(random.nextInt(PLANS.size()));
    Map<String, Integer> components =
        Map.of("ecommerce-platforms", random.nextInt(4), "courier-fan", random.nextInt(2));
    tolerant(account.subscription().changesTo(plan, components));
  }

  /** Pays some of what is open; sometimes more, sometimes with a double click. */
  private void payInvoices(Customer customer, String currency) {
    String amount = String.valueOf(50 + random.nextInt(900)) + "." + (10 + random.nextInt(90));
    String key = "P" + ++counter;
    boolean twice = random.nextInt(3) == 0;
    Answer first = customer.pays(amount, currency, "bank-transfer", key);
    tolerant(first);
    if (twice && first.status() < 300) {
      Answer second = customer.pays(amount, currency, "bank-transfer", key);
      assertThat(second.ok().path("id").asLong()).isEqualTo(first.body().path("id").asLong());
    }
  }

  private void topUp(Customer customer, String currency, String method) {
    String amount = String.valueOf(1 + random.nextInt(400)) + "." + (10 + random.nextInt(90));
    tolerant(customer.topsUp(amount, currency, method, "T" + ++counter));
  }

  private void use(Account account) {
    heads(account);
    Map<String, Object> fact =
        account.subscription().fact("sms", "S" + ++counter, book.now(), random.nextInt(50));
    Answer first = book.rest().post("usage-facts", fact);
    tolerant(first);
    tolerant(book.rest().post("usage-facts", fact));
    if (random.nextInt(6) == 0) {
      tolerant(account.subscription().converts());
    }
  }

  private void heads(Account account) {
    tolerant(account.subscription().uses("headcount", random.nextInt(30)));
  }

  private void service(Account account) {
    tolerant(
        account
            .subscription()
            .changesTo(
                null,
                Map.of(random.nextBoolean() ? "owners-base" : "virtual-pbx", random.nextInt(2))));
  }

  private void useMonth(Account account) {
    tolerant(account.subscription().uses("messages", random.nextInt(900)));
    tolerant(
        account
            .subscription()
            .changesTo(
                null,
                Map.of("integration-prom", random.nextInt(2), "extra-users", random.nextInt(6))));
  }

  private void order(Customer buyer) {
    boolean perfectum = buyer.vendor().code().equals("perfectum");
    String product =
        perfectum
            ? List.of("licence", "updates-12", "support-hour").get(random.nextInt(3))
            : List.of("gui-licence", "supplier-a", "support-hour").get(random.nextInt(3));
    List<Map<String, Object>> lines =
        List.of(Map.of("product", product, "quantity", 1 + random.nextInt(2)));
    tolerant(book.rest().post("orders", Map.of("customerId", buyer.id(), "lines", lines)));
    if (random.nextInt(3) > 0) {
      List<JsonNode> open =
          book.rest().all("invoices?customer=" + buyer.id()).stream()
              .filter(invoice -> !invoice.path("amountDue").asText("0.00").equals("0.00"))
              .filter(invoice -> invoice.path("kind").asText().equals("INVOICE"))
              .toList();
      if (!open.isEmpty()) {
        JsonNode one = open.get(0);
        tolerant(
            buyer.pays(
                one.path("amountDue").asText(),
                one.path("currency").asText(),
                "bank-transfer",
                "O" + ++counter));
      }
    }
  }

  private void creditNote() {
    Customer customer = pick(monthly).customer();
    boolean whole = random.nextBoolean();
    List<JsonNode> invoices =
        book.rest().all("invoices?customer=" + customer.id()).stream()
            .filter(invoice -> invoice.path("kind").asText().equals("INVOICE"))
            .toList();
    if (invoices.isEmpty()) {
      return;
    }
    String path = "invoices/" + invoices.get(0).path("id").asLong() + "/credit-notes";
    Map<String, Object> body =
        whole
            ? Map.of("reason", "goodwill")
            : Map.of("reason", "part", "lines", List.of(Map.of("line", 1, "amount", "7.77")));
    tolerant(book.rest().post(path, body));
  }

  private void rate(LocalDate day) {
    String rate = "4" + random.nextInt(10) + "." + (1000 + random.nextInt(9000));
    book.rest().put("exchange-rates/NBU/" + day + "/USD/UAH", Map.of("rate", rate)).ok();
  }

  /** A refusal is fine when it says what is wrong and how to mend it; a failure never is. */
  private void tolerant(Answer answer) {
    if (answer.status() < 300) {
      return;
    }
    refusals++;
    assertThat(answer.status()).as("%s: %s", answer.call(), answer.text()).isBetween(400, 499);
    assertThat(answer.code()).as(answer.text()).isNotEmpty();
    assertThat(answer.body().path("mend").asText()).as(answer.text()).isNotEmpty();
    assertThat(answer.code())
        .as(answer.text())
        .isNotIn("UNAUTHENTICATED", "FORBIDDEN", "NOT_FOUND", "MALFORMED_BODY", "UNKNOWN_FIELD");
  }
}
