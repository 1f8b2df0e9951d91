package org.kontor.web.rest.customer;

/** Bodies as the API description shows them. */
final class Examples {

  static final String EMAIL =
      """
      {"email": "ana.pop@mill.example"}
      """;

  static final String CUSTOMER =
      """
      {"vendor": "prim", "reference": "C-1001", "name": "Moara Veche SRL",
       "registrationId": "J12/345/2019", "vatId": "RO12345678",
       "address": {"line": "Strada Morii 4", "city": "Cluj-Napoca", "postCode": "400001",
                   "subdivision": "CJ", "country": "RO"},
       "email": "facturi@example.ro", "furtherEmails": ["contabilitate@example.ro"],
       "language": "ro", "purchaseOrderReference": "PO-2026-118",
       "mainAdministrator": {"name": "Ana Pop", "email": "ana@example.ro"}}\
      """;

  static final String STRANGER =
      "{\"vendor\": \"prim\", \"email\": \"ana@carpat.example\", \"language\": \"ro\"}";

  static final String PERSON =
      """
      {"name": "Ion Rus", "email": "ion@example.ro", "role": "ADMINISTRATOR"}\
      """;

  static final String ACCOUNTANT = "{\"role\": \"STAFF\", \"rights\": [\"MONEY\"]}";

  private Examples() {}
}
