package org.kontor.batch.run.control;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.kontor.billing.run.boundary.RunTakenOver;
import org.kontor.billing.run.boundary.RunTicket;
import org.kontor.billing.run.boundary.RunWork;

/** What stops a whole run is told in it, so that whoever follows the run need not read logs. */
final class Stopped {

  private static final Logger LOG = Logger.getLogger(Stopped.class.getName());

  private Stopped() {}

  /**
   * What is to be thrown: the batch runtime keeps it in serialized form and reads it back where
   * neither our classes nor the driver's are known, so it says the same in plain words. The whole
   * failure is in the log of the bean that had it.
   */
  static RuntimeException told(RunWork work, RunTicket ticket, RuntimeException failure) {
    if (!Persistence.isCausedBy(failure, RunTakenOver.class)) {
      try {
        work.tell(ticket, "stopped, and tried again every minute: " + Persistence.message(failure));
      } catch (RuntimeException untold) {
        LOG.log(Level.FINE, "the database takes no word now", untold);
      }
    }
    return new IllegalStateException(Persistence.reason(failure));
  }
}
