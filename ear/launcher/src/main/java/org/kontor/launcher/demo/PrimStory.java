package org.kontor.launcher.demo;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;

/** S1: plans invoiced on the 1st; trials, changes, downgrades, people who pay late or never. */
final class PrimStory {

  private static final String[] PLANS = {"start", "pro", "start", "enterprise", "start", "pro"};

  private final Story story;
  private final LocalDate begin;

  PrimStory(Story story) {
    this.story = story;
    this.begin = story.begin();
  }

  void tell() {
    for (int no = 0; no < Cast.PRIM.size(); no++) {
      int customer = no;
      story.on(begin.plusDays(no % 9), () -> arrive(customer));
    }
  }

  private void arrive(int no) throws IOException, InterruptedException {
    Cast cast = Cast.PRIM;
    long customer =
        story.customer(
            cast.vendor(),
            cast.reference(no),
            cast.companies().get(no) + " SRL",
            cast.address(no),
            cast.administrator(no));
    LocalDate today = begin.plusDays(no % 9);
    boolean trial = no >= 12 && no <= 15;
    Map<String, Integer> components =
        no % 3 == 0 ? Map.of("ecommerce-platforms", 2, "courier-fan", 1) : Map.of();
    String plan = no == 16 ? "dedicated" : PLANS[no % PLANS.length];
    if (plan.equals("dedicated")) {
      components = Map.of();
      story.dedicate(customer);
    }
    long subscription = story.subscribe(customer, plan, trial, components);
    if (trial) {
      trial(no, subscription, today);
    } else {
      changes(no, customer, subscription);
    }
    payments(no, customer);
  }

  /** Two trials become real accounts, two end and are deleted; one more begins at the end. */
  private void trial(int no, long subscription, LocalDate today) {
    if (no <= 13) {
      story.on(
          today.plusDays(8),
          () -> story.api().post("subscriptions/" + subscription + "/conversion", Map.of()));
    }
  }

  private void changes(int no, long customer, long subscription)
      throws IOException, InterruptedException {
    String changes = "subscriptions/" + subscription + "/changes";
    LocalDate secondMonth = begin.plusMonths(1).plusDays(13);
    switch (no) {
      case 1 ->
          story.on(
              secondMonth,
              () -> story.api().post(changes, Map.of("components", Map.of("courier-cargus", 1))));
      case 2 -> story.on(secondMonth, () -> story.api().post(changes, Map.of("plan", "pro")));
      case 5 -> {
        organisations(customer, 12);
        story.on(secondMonth, () -> story.api().post(changes, Map.of("plan", "start")));
      }
      case 7 -> {
        story.on(
            begin.plusDays(9),
            () -> story.use(subscription, "external-documents", begin.plusDays(9), 250));
        // Refused: 250 documents of 100 (S1.15)
        story.on(secondMonth, () -> story.api().refused(changes, Map.of("plan", "start")));
      }
      case 17 ->
          story
              .api()
              .put(
                  "subscriptions/" + subscription + "/limits/crm-accounts",
                  Map.of("allowed", 2500, "reason", "Agreed by phone on " + begin));
      case 18 ->
          story.on(
              begin.plusMonths(2).plusDays(5),
              () -> story.api().post("subscriptions/" + subscription + "/cancellation", Map.of()));
      default -> {
        // Nothing changes
      }
    }
  }

  private void organisations(long customer, int count) throws IOException, InterruptedException {
    for (int i = 1; i <= count; i++) {
      story
          .api()
          .put(
              "customers/" + customer + "/crm-accounts/org-" + i,
              Map.of(
                  "name",
                  "Organizația " + i,
                  "kinds",
                  java.util.List.of(i % 2 == 0 ? "CLIENT" : "SUPPLIER"),
                  "hasFile",
                  true));
    }
  }

  /** Most pay on the 5th, some on the last day, some a part, some stop paying. */
  private void payments(int no, long customer) {
    int day = no % 4 == 3 ? 10 : 4;
    int percent = no == 20 ? 60 : 100;
    boolean stopsPaying = no == 9 || no == 19 || no == 21;
    for (int month = 0; month < 6; month++) {
      LocalDate payday = begin.plusMonths(month).plusDays(day + (month == 0 ? 12 : 0));
      if (!(stopsPaying && month >= 2)) {
        story.later(payday, () -> story.payOpen(customer, payday, percent));
      }
    }
  }
}
