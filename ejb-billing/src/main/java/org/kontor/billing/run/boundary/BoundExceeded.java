package org.kontor.billing.run.boundary;

/** What would be booked next exceeds a safety bound: a person must look before the run goes on. */
public class BoundExceeded extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public BoundExceeded(String reason) {
    super(reason);
  }

  /**
   * @throws BoundExceeded always
   */
  public static void say(String reason) {
    throw new BoundExceeded(reason);
  }
}
