package org.kontor.batch.run.boundary;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.kontor.billing.bookaudit.boundary.BookAudits;
import org.kontor.billing.run.boundary.OldDryRuns;
import org.kontor.domain.time.BusinessClock;

/**
 * Looks every minute at what is due. Not persistent and not trusted: what a missed tick left is
 * found by the next one, on any node.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MinuteTick {

  private static final Logger LOG = Logger.getLogger(MinuteTick.class.getName());

  /** Parts of expired plans a minute, so that throwing away never keeps the tick for long. */
  private static final int MOST_PARTS = 20;

  @Inject private WorkInOrder work;
  @Inject private OldDryRuns oldDryRuns;
  @Inject private BookAudits audits;
  @Inject private BusinessClock clock;

  @Schedule(hour = "*", minute = "*", second = "10", persistent = false)
  public void tick() {
    try {
      work.runAllDueUnlessBusy(clock.now());
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "due work stopped; the next tick goes on with it", e);
    }
    discardOldDryRuns();
    auditBooks();
  }

  private void auditBooks() {
    try {
      while (audits.auditOneDue()) {
        LOG.log(Level.INFO, "a book was audited; GET /ledger/audits says what was found");
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "an audit stopped; it is made up for", e);
    }
  }

  private void discardOldDryRuns() {
    try {
      int parts = 0;
      while (parts < MOST_PARTS && oldDryRuns.discardSome()) {
        parts++;
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "old dry runs stay; the next tick goes on with them", e);
    }
  }
}
