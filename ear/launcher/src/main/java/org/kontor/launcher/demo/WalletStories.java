package org.kontor.launcher.demo;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;

/** S2 and S3: prepaid balances, charged every day or settled on the 1st. */
final class WalletStories {

  private static final String[] SWITCHES = {
    "integration-nova-poshta", "source-telegram", "integration-prom", "source-viber"
  };

  private final Story story;
  private final LocalDate begin;

  WalletStories(Story story) {
    this.story = story;
    this.begin = story.begin();
  }

  void tell() {
    for (int no = 0; no < Cast.INTRUM.size(); no++) {
      int customer = no;
      story.on(begin.plusDays(no % 7), () -> intrum(customer));
    }
    for (LocalDate day = begin; day.isBefore(story.end()); day = day.plusDays(1)) {
      LocalDate date = day;
      story.on(day, () -> rate(date));
    }
    for (int no = 0; no < Cast.KABINET.size(); no++) {
      int customer = no;
      story.on(begin.plusDays(no % 5), () -> kabinet(customer));
    }
  }

  private void intrum(int no) throws IOException, InterruptedException {
    Cast cast = Cast.INTRUM;
    LocalDate today = begin.plusDays(no % 7);
    long customer =
        story.customer(
            cast.vendor(),
            cast.reference(no),
            "ООО «" + cast.companies().get(no).replace("«", "").replace("»", "") + "»",
            cast.address(no),
            cast.administrator(no));
    boolean trial = no % 6 == 5;
    Map<String, Integer> services =
        no % 4 == 0 ? Map.of("owners-base", 1, "virtual-pbx", 1) : Map.of();
    long subscription = story.subscribe(customer, "crm", trial, services);
    if (trial) {
      story.on(
          today.plusDays(10),
          () -> story.api().post("subscriptions/" + subscription + "/conversion", Map.of()));
    }
    int heads = 2 + (no * 5) % 24;
    story.use(subscription, "headcount", today, heads);
    story.on(
        today.plusDays(33),
        () -> story.use(subscription, "headcount", today.plusDays(33), heads + no % 5));
    for (int week = 1; week < 20 && no % 3 == 0; week++) {
      LocalDate day = today.plusWeeks(week);
      story.on(day, () -> story.use(subscription, "sms", day, 5L + no * 3L));
    }
    // A monthly top-up that lasts, one that does not quite, and one that stops coming
    String enough = heads > 20 ? "22000.00" : heads > 10 ? "12500.00" : "8500.00";
    String amount = no % 5 == 4 ? "2500.00" : enough;
    for (int month = 0; month < 6; month++) {
      LocalDate day = today.plusMonths(month);
      String method = no % 2 == 0 ? "bank-transfer" : "bank-card";
      if (!(no % 7 == 6 && month >= 2)) {
        story.later(day, () -> story.pay(customer, "TOP_UP", method, day, amount, "RUB"));
      }
    }
  }

  private void rate(LocalDate day) throws IOException, InterruptedException {
    long wave = Math.floorMod(day.toEpochDay(), 17);
    story
        .api()
        .put("exchange-rates/NBU/" + day + "/USD/UAH", Map.of("rate", "41." + (20 + wave * 3)));
  }

  private void kabinet(int no) throws IOException, InterruptedException {
    Cast cast = Cast.KABINET;
    LocalDate today = begin.plusDays(no % 5);
    long customer =
        story.customer(
            cast.vendor(),
            cast.reference(no),
            "ФОП «" + cast.companies().get(no) + "»",
            cast.address(no),
            cast.administrator(no));
    long subscription =
        story.subscribe(
            customer,
            "base",
            false,
            no % 3 == 0 ? Map.of() : Map.of(SWITCHES[no % 4], 1, "extra-users", 3 + no % 4));
    if (no % 5 == 1 && no % 3 != 0) {
      story.on(
          today.plusDays(45),
          () ->
              story
                  .api()
                  .post(
                      "subscriptions/" + subscription + "/changes",
                      Map.of("components", Map.of(SWITCHES[no % 4], 0))));
    }
    for (int week = 1; week < 20 && no % 2 == 0; week++) {
      LocalDate day = today.plusWeeks(week);
      story.on(day, () -> story.use(subscription, "messages", day, 40L + no));
    }
    LocalDate topUp = today.plusDays(2);
    if (no % 6 == 0) {
      story.later(
          topUp, () -> story.pay(customer, "TOP_UP", "payment-card", topUp, "12500.00", "UAH"));
    } else if (no % 6 != 5) {
      for (int month = 0; month < 6; month++) {
        LocalDate day = topUp.plusMonths(month);
        if (!(no % 4 == 3 && month > 1)) {
          story.later(
              day, () -> story.pay(customer, "TOP_UP", "payment-card", day, "1350.00", "UAH"));
        }
      }
    }
  }
}
