package org.kontor.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kontor.domain.invoice.Buyer;
import org.kontor.domain.invoice.InvoiceDraft;
import org.kontor.domain.invoice.Purpose;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.Seller.Address;
import org.kontor.domain.policy.WalletPolicy.VatMode;

/** VAT at once on a top-up (STANDARDS D.5). */
class AdvanceInvoiceTest {

  private static final PolicyPack PACK = WalletPacks.pack(VatMode.ADVANCE_INVOICE, List.of(), true);

  private static InvoiceDraft draft(Money gross, String country, String vatId) {
    Buyer buyer =
        new Buyer("Buyer", "", vatId, new Address("Street 1", "City", "1", "", country), "", "ro");
    return AdvanceInvoice.draft(PACK, buyer, 7, 99, LocalDate.parse("2026-03-06"), gross);
  }

  private static Money ron(String amount) {
    return Money.of(amount, "RON");
  }

  @Test
  void the_vat_is_inside_the_money_received() {
    InvoiceDraft draft = draft(ron("121.00"), "RO", "");
    assertThat(draft.net()).isEqualTo(ron("100.00"));
    assertThat(draft.vatTotal()).isEqualTo(ron("21.00"));
    assertThat(draft.purpose()).isEqualTo(Purpose.ADVANCE);
    assertThat(draft.sourceKey()).isEqualTo("advance/99");
    assertThat(draft.lines().get(0).name()).isEqualTo("Plată în avans");
  }

  @Test
  void a_business_of_another_member_state_pays_no_vat() {
    InvoiceDraft draft = draft(ron("121.00"), "DE", "DE123456789");
    assertThat(draft.net()).isEqualTo(ron("121.00"));
    assertThat(draft.vatTotal()).isEqualTo(ron("0.00"));
  }

  @Test
  void the_document_is_over_the_very_money() {
    for (long minor = 1; minor <= 30_000; minor++) {
      Money gross = Money.ofMinor(minor, ron("0").currency());
      InvoiceDraft draft = draft(gross, "RO", "");
      assertThat(draft.total()).isEqualTo(gross);
      assertThat(draft.net().isPositive()).isTrue();
      assertThat(draft.lines().get(0).why().recompute()).isEqualByComparingTo(draft.net().amount());
    }
  }
}
