package org.kontor.billing.charging.control;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.kontor.billing.bulk.control.ChunkWork.ChunkResult;
import org.kontor.billing.bulk.control.ChunkWork.Parked;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.pricing.ChargeLine;
import org.kontor.domain.pricing.ChargeOutcome;

/** What a chunk came to, before it is written. */
final class ChargeSheet {

  private final List<Due> dues = new ArrayList<>();
  private final List<DueAccount> charged = new ArrayList<>();
  private final List<Parked> parked = new ArrayList<>();
  private int lines;
  private long totalMinor;

  void due(DueAccount account, LocalDate date, PolicyPack pack, List<ChargeLine> of) {
    long customer = account.subscription().customerId();
    dues.add(new Due(customer, account.subscription().id(), date, pack, of, account.alert()));
    for (ChargeLine line : of) {
      lines++;
      totalMinor = Math.addExact(totalMinor, line.amount().minor());
    }
  }

  /** Charged through its {@code chargedThrough}, with all days that were due before. */
  void charged(DueAccount account) {
    charged.add(account);
  }

  void park(DueAccount account, ChargeOutcome.Parked why) {
    park(account, why.code(), why.detail());
  }

  void park(DueAccount account, String code, String detail) {
    parked.add(
        new Parked(account.subscription().customerId(), account.subscription().id(), code, detail));
  }

  List<Due> dues() {
    return dues;
  }

  List<DueAccount> charged() {
    return charged;
  }

  ChunkResult result() {
    return new ChunkResult(charged.size(), lines, totalMinor, parked);
  }
}
