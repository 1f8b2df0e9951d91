package org.kontor.web.rest.subscription;

/** Bodies shown in the API's description; they work on the packs that come with the product. */
final class Examples {

  static final String TRIAL =
      """
      {"customerId": 1001, "plan": "start", "trial": true,
       "components": {"ecommerce-platforms": 1, "courier-fan": 1}}
      """;

  static final String PAYING =
      """
      {"customerId": 1001, "plan": "pro", "components": {"external-documents-100": 2}}
      """;

  static final String CHANGE =
      """
      {"components": {"ecommerce-platforms": 3, "courier-fan": 0}}
      """;

  static final String DOWNGRADE =
      """
      {"plan": "start"}
      """;

  static final String LIMIT =
      """
      {"allowed": 1500, "reason": "agreed by telephone with the main administrator"}
      """;

  private Examples() {}
}
