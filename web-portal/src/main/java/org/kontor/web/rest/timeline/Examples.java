package org.kontor.web.rest.timeline;

/** Answers shown in the API's description. */
final class Examples {

  static final String LADDER =
      """
      {"subscriptionId": 2001, "customerId": 1001, "vendor": "kabinet",
       "now": "2026-11-20T08:00:00Z", "until": "2026-12-31", "zone": "Europe/Kyiv",
       "currency": "USD", "balance": "0.00", "lastsThrough": "2026-11-30",
       "assumptions": ["USE_STAYS", "NOTHING_METERED", "NOBODY_LOGS_IN", "MAIL_IS_TAKEN",
        "KNOWN_POLICIES_AND_CHANGES", "RUNS_IN_TIME"],
       "payments": [],
       "events": [
        {"kind": "CHARGE", "at": "2026-11-30T22:00:00Z", "day": "2026-12-01",
         "subscriptionId": 2001, "amount": "19.00", "balance": "-19.00",
         "rules": ["S3.22", "S3.25"], "policy": "kabinet@1",
         "facts": {"from": "2026-12-01", "to": "2026-12-01", "charges": "1"},
         "items": [{"code": "base", "name": "Базовий тариф", "amount": "19.00"}]},
        {"kind": "ACCESS", "at": "2026-12-03T22:00:00Z", "day": "2026-12-04",
         "subscriptionId": 2001, "amount": "-19.00", "balance": "-19.00", "stage": 2,
         "audience": {
          "ADMINISTRATOR":
           {"effect": "REMINDED", "paymentPage": true, "export": true, "support": true},
          "MAIN_ADMINISTRATOR":
           {"effect": "REMINDED", "paymentPage": true, "export": true, "support": true},
          "STAFF":
           {"effect": "FULL", "paymentPage": true, "export": true, "support": true}},
         "rules": ["S3.12", "S3.13"], "policy": "kabinet@1",
         "facts": {"cause": "NEGATIVE_BALANCE"}}]}
      """;

  private Examples() {}
}
