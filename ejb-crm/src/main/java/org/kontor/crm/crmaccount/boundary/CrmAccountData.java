package org.kontor.crm.crmaccount.boundary;

import java.util.List;
import org.kontor.domain.customer.CrmAccount;

/**
 * An organisation as the CRM module tells it.
 *
 * @param externalId may be left out where the address names it
 * @param kinds at least one; several roles are one CRM account (S1.9)
 * @param hasFile whether it has a file in the module (S1.8)
 */
public record CrmAccountData(
    String externalId, String name, List<CrmAccount.Kind> kinds, Boolean hasFile) {}
