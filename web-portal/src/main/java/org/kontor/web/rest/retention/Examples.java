package org.kontor.web.rest.retention;

/** Bodies shown in the API's description. */
final class Examples {

  static final String START =
      """
      {"subscriptionId": 2001, "reason": "not used since January, the owner cannot be reached"}
      """;

  static final String TERMINATION =
      """
      {"subscriptionId": 2001, "personId": 3001, "reason": "moves to another provider"}
      """;

  static final String CANCELLATION =
      """
      {"personId": 3001, "reason": "we come back in autumn"}
      """;

  static final String REASON =
      """
      {"reason": "asked for by the owner by telephone"}
      """;

  static final String APPROVAL =
      """
      {"vendor": "kabinet", "cases": 37}
      """;

  private Examples() {}
}
