package org.kontor.system.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kontor.system.story.Shown.shown;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.domain.rules.Proves;
import org.kontor.system.base.SystemTest;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Story;
import org.kontor.system.story.Subscription;
import org.kontor.system.story.Vendor;

/** S3, a Ukrainian CRM: a wallet, settled on the 1st for the month that ended. */
@SystemTest
class KabinetStoryIT extends Story {

  @Test
  @Proves({"S3.21", "S3.22", "S3.23", "S3.24", "S3.25"})
  void S3_22_the_month_is_settled_from_the_wallet_on_the_first() {
    Vendor kabinet = Book.begin(rest(), "2026-01-01").vendor("kabinet");
    Customer olena = kabinet.customer("Olena");
    olena.topsUp("38.00", "USD", "payment-card", "first").ok();
    Subscription base = olena.subscribes("base", Map.of("integration-prom", 1));

    kabinet.untilTime("2026-01-20T12:00");
    base.uses("messages", 1500).ok();
    shown(olena.wallet()).has("balance", "38.00").has("usedThisMonth", "29.00");
    assertThat(olena.charges()).isEmpty();

    kabinet.until("2026-02-01");
    assertThat(olena.balance()).isEqualByComparingTo("9.00"); // 38 - 19 - 5 - 500 × 0.01
    List<JsonNode> journal = olena.movements();
    assertThat(journal).hasSize(4);
    shown(journal.get(0)).has("kind", "CHARGE").has("balance", "9.00");
    shown(journal.get(3)).has("kind", "PAYMENT").has("amount", "38.00");
    olena
        .charges()
        .forEach(
            charge -> {
              String id = charge.path("id").asText();
              JsonNode why = rest().get("charges/" + id + "/explanation").ok();
              shown(why).has("agrees", "true").has("amount", charge.path("amount").asText());
              assertThat(why.path("rules")).isNotEmpty();
            });

    kabinet.until("2026-03-01"); // nothing used: the base tariff and the option that is on
    assertThat(olena.balance()).isEqualByComparingTo("-15.00");
  }

  @Test
  @Proves("S3.26")
  void S3_26_an_option_switched_off_is_charged_for_that_month_and_never_again() {
    Vendor kabinet = Book.begin(rest(), "2026-01-01").vendor("kabinet");
    Customer petro = kabinet.customer("Petro");
    Subscription base =
        petro.subscribes("base", Map.of("integration-prom", 1, "source-telegram", 1));
    kabinet.until("2026-02-10");
    base.changesTo(null, Map.of("integration-prom", 0, "source-telegram", 0)).ok();
    kabinet.until("2026-04-01");
    assertThat(petro.chargedOn("2026-02-01")).isEqualByComparingTo("27.00");
    assertThat(petro.chargedOn("2026-03-01")).isEqualByComparingTo("27.00");
    assertThat(petro.chargedOn("2026-04-01")).isEqualByComparingTo("19.00");
  }

  @Test
  @Proves("S3.27")
  void S3_27_money_left_on_the_balance_carries_the_base_tariff_through_a_pause() {
    Vendor kabinet = Book.begin(rest(), "2026-01-01").vendor("kabinet");
    Customer lesia = kabinet.customer("Lesia");
    lesia.topsUp("38.00", "USD", "payment-card", "for the pause").ok();
    lesia.subscribes("base", Map.of());
    kabinet.until("2026-02-01");
    assertThat(lesia.balance()).isEqualByComparingTo("19.00");
    kabinet.until("2026-03-01"); // to the cent: nothing is owed, and nothing is left
    assertThat(lesia.balance()).isEqualByComparingTo("0.00");
    kabinet.until("2026-04-01");
    assertThat(lesia.balance()).isEqualByComparingTo("-19.00");
  }

  @Test
  @Proves({"S3.7", "S3.9"})
  void S3_7_a_top_up_in_advance_earns_a_bonus_that_is_spent_last() {
    Vendor kabinet = Book.begin(rest(), "2026-01-01").vendor("kabinet");
    Customer ihor = kabinet.customer("Ihor");
    ihor.topsUp("56.99", "USD", "google-pay", "below").ok();
    shown(ihor.wallet()).has("paid", "56.99").has("bonus", "0.00");
    ihor.topsUp("114.00", "USD", "apple-pay", "above").ok();
    shown(ihor.wallet()).has("paid", "170.99").has("bonus", "5.70").has("balance", "176.69");

    ihor.subscribes("base", Map.of());
    kabinet.until("2026-02-01");
    shown(ihor.wallet()).has("paid", "151.99").has("bonus", "5.70");
  }

  @Test
  @Proves("S3.4")
  void S3_4_every_administrator_may_top_up_and_other_users_may_not() {
    Vendor kabinet = Book.begin(rest(), "2026-01-01").vendor("kabinet");
    Customer mriya = kabinet.customer("Mriya");
    long administrator = person(mriya, "ADMINISTRATOR");
    long staff = person(mriya, "STAFF");
    rest().post("payments", topUpBy(mriya, administrator)).ok();
    rest().post("payments", topUpBy(mriya, staff)).refused("NOT_ALLOWED_FOR_ROLE");
    assertThat(mriya.balance()).isEqualByComparingTo("20.00");
  }

  @Test
  @Proves("S3.28")
  void S3_28_prices_in_dollars_are_paid_in_hryvnias_at_the_bank_s_rate_of_the_day() {
    Vendor kabinet = Book.begin(rest(), "2026-01-01").vendor("kabinet");
    Customer taras = kabinet.customer("Taras");
    taras.topsUp("1000.00", "UAH", "payment-card", "no rate").refused("MISSING_RATE");
    rest().put("exchange-rates/NBU/2026-01-01/USD/UAH", Map.of("rate", "41.50")).ok();
    JsonNode paid = taras.topsUp("1000.00", "UAH", "payment-card", "with rate").ok();
    shown(paid).has("paid", "1000.00").has("paidCurrency", "UAH");
    shown(paid).has("amount", "24.10").has("currency", "USD"); // 24.0963…
    assertThat(taras.balance()).isEqualByComparingTo("24.10");
    assertThat(paid.path("why").get(0).path("agrees").asBoolean()).isTrue();
    taras.topsUp("10.00", "EUR", "payment-card", "euro").refused("WRONG_CURRENCY");
  }

  private long person(Customer customer, String role) {
    String mail = role.toLowerCase(java.util.Locale.ROOT) + "@mriya.example";
    JsonNode made =
        rest()
            .post(
                "customers/" + customer.id() + "/people",
                Map.of("name", role, "email", mail, "role", role))
            .ok();
    return made.has("personId") ? made.path("personId").asLong() : made.path("id").asLong();
  }

  private static Map<String, Object> topUpBy(Customer customer, long person) {
    Map<String, Object> body =
        customer.payment("TOP_UP", "20.00", "USD", "payment-card", "by " + person);
    body.put("actorPersonId", person);

    return body;
  }
}
