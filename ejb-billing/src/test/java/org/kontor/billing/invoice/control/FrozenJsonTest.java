package org.kontor.billing.invoice.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kontor.domain.invoice.Buyer;
import org.kontor.domain.invoice.VatBreakdown;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.Seller.Address;

/** What is frozen on a document comes back as it went in, and is written the same way again. */
class FrozenJsonTest {

  @Test
  void a_buyer_comes_back_whatever_is_in_his_name() {
    Buyer buyer =
        new Buyer(
            "Zoë \"Zet\" \\ Söhne\n№ 5 \u0001 ТОВ «Завод»",
            "",
            "RO123",
            new Address("Str. Ștefan 1", "București", "010101", "B", "RO"),
            "a@example.org",
            "ro");
    Buyer read = FrozenJson.buyer(buyer.json());
    assertThat(read).isEqualTo(buyer);
    assertThat(read.json()).isEqualTo(buyer.json());
  }

  @Test
  void a_purchase_order_is_frozen_with_the_buyer_and_goes_with_his_name() {
    Address address = new Address("Str. 1", "Cluj", "400001", "CJ", "RO");
    Buyer silent = new Buyer("Moara", "", "", address, "", "ro");
    Buyer ordering = new Buyer("Moara", "", "", address, "", "ro", "PO \"7\"/Ș");
    assertThat(FrozenJson.buyer(ordering.json())).isEqualTo(ordering);
    assertThat(FrozenJson.buyer(ordering.in("en").json()).purchaseOrderReference())
        .isEqualTo("PO \"7\"/Ș");
    assertThat(silent.json())
        .as("digests of documents from before there were any")
        .isEqualTo(
            "{\"city\":\"Cluj\",\"country\":\"RO\",\"email\":\"\",\"language\":\"ro\","
                + "\"line\":\"Str. 1\",\"name\":\"Moara\",\"postCode\":\"400001\","
                + "\"registrationId\":\"\",\"subdivision\":\"CJ\",\"vatId\":\"\"}");
    assertThat(ordering.pseudonym(7)).isEqualTo(silent.pseudonym(7));
  }

  @Test
  void a_vat_breakdown_comes_back() {
    Currency eur = Currency.getInstance("EUR");
    List<VatBreakdown> vat =
        List.of(
            new VatBreakdown(
                "S", new BigDecimal("21"), Money.of("100.00", "EUR"), Money.of("21", "EUR"), ""),
            new VatBreakdown(
                "AE",
                BigDecimal.ZERO,
                Money.of("5.00", "EUR"),
                Money.of("0", "EUR"),
                "Reverse charge"));
    assertThat(FrozenJson.vat(VatBreakdown.json(vat), eur)).isEqualTo(vat);
  }
}
