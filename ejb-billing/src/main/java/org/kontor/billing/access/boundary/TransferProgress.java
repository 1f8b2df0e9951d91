package org.kontor.billing.access.boundary;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What has become of a transfer that the customer announced.
 *
 * @param caseId case of the notice
 * @param open whether the case is: then a proof can be added
 * @param givenAt when it was announced
 * @param until first moment after the deferral
 * @param reference what the customer said that the transfer says; may be empty
 * @param received all that was paid since then; zero when nothing was
 * @param receivedOn day of the last payment; null likewise
 * @param proof the bank's confirmation; null where none was sent
 */
public record TransferProgress(
    State state,
    long caseId,
    long subscriptionId,
    boolean open,
    Instant givenAt,
    Instant until,
    String reference,
    BigDecimal received,
    String currency,
    LocalDate receivedOn,
    TransferProofView proof) {

  /** How far it has come. */
  public enum State {
    WAITING,
    /** Something has arrived, and not all that is owed. */
    PARTLY,
    /** All that was owed is paid. */
    MATCHED,
    /** The deferral has ended, and nothing has arrived. */
    LATE
  }
}
