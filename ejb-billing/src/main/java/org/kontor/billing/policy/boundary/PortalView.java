package org.kontor.billing.policy.boundary;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.kontor.domain.policy.PortalPolicy;
import org.kontor.domain.policy.Seller;
import org.kontor.domain.policy.TrialPolicy;

/**
 * Whose client area this is: what its header and its legal footer say.
 *
 * @param vendor its code
 * @param name trade name (BT-28)
 * @param legalName (BT-27)
 * @param registrationId in the company register (BT-30)
 * @param vatId (BT-31), empty when not registered
 * @param languages in which it speaks by itself; the first is its own
 * @param zone whose days are meant where a day is named
 * @param look its colours and logo, and how strangers become customers
 * @param trial what the free trial is, and what comes after it
 */
public record PortalView(
    String vendor,
    String name,
    String legalName,
    String registrationId,
    String vatId,
    Seller.Address address,
    String email,
    List<String> languages,
    ZoneId zone,
    Currency currency,
    PortalPolicy look,
    TrialPolicy trial) {

  public PortalView {
    languages = List.copyOf(languages);
  }
}
