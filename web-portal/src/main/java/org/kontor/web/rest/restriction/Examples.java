package org.kontor.web.rest.restriction;

/** Bodies shown in the API's description. */
final class Examples {

  static final String LOGIN_QUESTION =
      """
      {"subscriptionId": 1005, "personId": 1002}
      """;

  static final String BY_REFERENCE =
      """
      {"vendor": "prim", "customer": "C-1", "product": "start", "role": "STAFF"}
      """;

  static final String LOGIN =
      """
      {"subscriptionId": 1005, "at": "2026-03-01T08:00:00Z"}
      """;

  static final String PROMISE =
      """
      {"subscriptionId": 1005, "personId": 1002, "days": 3}
      """;

  static final String HOLD =
      """
      {"subscriptionId": 1005, "until": "2026-03-20T16:00:00Z",
       "reason": "The bank confirmed the transfer by telephone"}
      """;

  static final String TRANSFER =
      """
      {"subscriptionId": 1005, "personId": 1002, "reference": "payment order 117 of 12 March"}
      """;

  private Examples() {}
}
