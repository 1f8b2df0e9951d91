package org.kontor.billing.statement.boundary;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The figures that a seal stands for.
 *
 * @param vendor code of the seller
 * @param customer under which reference the seller knows it
 * @param in all that raised the balance
 * @param out all that lowered it, as a positive sum
 * @param movements how many
 * @param figures SHA-256 of all figures, 64 hex digits; docs/documents.md says how it is made
 */
public record SealedFigures(
    String vendor,
    String customer,
    LocalDate from,
    LocalDate to,
    String currency,
    BigDecimal opening,
    BigDecimal in,
    BigDecimal out,
    BigDecimal closing,
    int movements,
    String figures,
    Instant madeAt) {

  static SealedFigures of(JsonNode claims) {
    return new SealedFigures(
        claims.path("vendor").asText(),
        claims.path("customer").asText(),
        LocalDate.parse(claims.path("from").asText()),
        LocalDate.parse(claims.path("to").asText()),
        claims.path("currency").asText(),
        new BigDecimal(claims.path("opening").asText()),
        new BigDecimal(claims.path("in").asText()),
        new BigDecimal(claims.path("out").asText()),
        new BigDecimal(claims.path("closing").asText()),
        claims.path("movements").asInt(),
        claims.path("figures").asText(),
        Instant.ofEpochSecond(claims.path("iat").asLong()));
  }
}
