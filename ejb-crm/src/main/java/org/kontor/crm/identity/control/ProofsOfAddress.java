package org.kontor.crm.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.customer.AddressMoved;
import org.kontor.domain.customer.DocumentAddresses;

/**
 * Links that lie in a mailbox which is the person's no more let nobody in. Those that were not sent
 * yet go to the new one.
 */
@ApplicationScoped
public class ProofsOfAddress implements AddressMoved {

  private static final String WORN =
      "update mailed_proof f set used_at = now() where f.person_id = ? and f.used_at is null"
          + " and not exists (select 1 from message m where m.key = f.id::text"
          + " and m.topic in ('person.invited', 'password.forgotten') and m.state = 'WAITING')"
          + " and not exists (select 1 from outbox o where o.key = f.id::text"
          + " and o.topic in ('person.invited', 'password.forgotten') and o.delivered_at is null)";

  @Inject private Sql sql;

  @Override
  public void person(
      String vendor,
      long customerId,
      long personId,
      String language,
      String before,
      String now,
      LocalDate day) {
    sql.update(WORN, personId);
  }

  @Override
  public void documents(long customerId, DocumentAddresses before, DocumentAddresses now) {
    // Nobody signs in with a customer's own address
  }
}
