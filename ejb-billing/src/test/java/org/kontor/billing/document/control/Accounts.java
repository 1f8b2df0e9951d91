package org.kontor.billing.document.control;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.kontor.billing.policy.control.PackReader;
import org.kontor.domain.ledger.AccountStatement;
import org.kontor.domain.ledger.AccountStatement.Row;
import org.kontor.domain.money.Money;
import org.kontor.domain.payment.EpcCode;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.Seller;
import org.kontor.domain.time.DateRange;

/** Statements and transfers of the vendors as they might be. */
final class Accounts {

  private static final Instant MADE = Instant.parse("2026-11-22T21:05:30Z");

  /** As long as a real one. */
  static final PrintedStatement.Seal SEAL =
      new PrintedStatement.Seal(
          "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k",
          "eyJhbGciOiJFZERTQSJ9."
              + "kontor-_-".repeat(66)
              + "."
              + "ABCDEFGHIJKLMNOPQRSTUV".repeat(4));

  private Accounts() {}

  /** A payment each month, and a charge each day. */
  static PrintedStatement statement(String vendor, int days) {
    PolicyPack pack = PackReader.bundled(vendor);
    LocalDate first = LocalDate.parse("2026-02-01");
    String currency = pack.seller().currency().getCurrencyCode();
    Money opening = Money.of("-120.50", currency);
    Money charge = Money.of("-99.67", currency);
    Money payment = Money.of("3090.00", currency);
    Money balance = opening;
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < days; i++) {
      LocalDate day = first.plusDays(i);
      if (day.getDayOfMonth() == 1) {
        balance = balance.plus(payment);
        rows.add(new Row(day, "PAYMENT", "bank-transfer", payment, balance));
      }
      balance = balance.plus(charge);
      rows.add(
          new Row(
              day, "CHARGE", Samples.lines(vendor, pack.seller()).get(0).name(), charge, balance));
    }
    DateRange period = new DateRange(first, days == 0 ? first : first.plusDays(days - 1L));
    return statement(pack, AccountStatement.of(period, opening, rows), SEAL);
  }

  static PrintedStatement statement(
      PolicyPack pack, AccountStatement statement, PrintedStatement.Seal seal) {
    return new PrintedStatement(
        pack.seller(),
        Samples.invoice(pack.code()).buyer(),
        "C-1042",
        statement,
        MADE,
        ZoneId.of("Europe/Bucharest"),
        "Ana Țîrlea-Șuțu",
        seal);
  }

  /** Of two documents, with a code where the vendor sells in euro. */
  static PrintedTransfer transfer(String vendor) {
    Seller seller = PackReader.bundled(vendor).seller();
    String account = seller.bank().account().replace(" ", "");
    Money one = new Money(new java.math.BigDecimal("1190.00"), seller.currency());
    Money two = new Money(new java.math.BigDecimal("59.50"), seller.currency());
    String number = Samples.invoice(vendor).number();
    String code =
        EpcCode.of(one.plus(two), seller.bank().holder(), account, seller.bank().bic(), number)
            .orElse(null);
    return new PrintedTransfer(
        seller,
        Samples.invoice(vendor).buyer(),
        account,
        one.plus(two),
        number,
        "C-1042",
        List.of(
            new PrintedTransfer.Item(number, LocalDate.parse("2026-11-10"), one),
            new PrintedTransfer.Item(number + "-2", LocalDate.parse("2026-12-10"), two)),
        code,
        MADE,
        ZoneId.of("Europe/Madrid"));
  }
}
