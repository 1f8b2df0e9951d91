package org.kontor.launcher;

/** Something that the person at the console can mend: what is wrong, and what to do about it. */
public class Fault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param what one sentence: what is wrong
   * @param mend one sentence: what to do
   */
  public Fault(String what, String mend) {
    super(what + "\n  " + mend);
  }

  public Fault(String what, String mend, Throwable cause) {
    super(what + "\n  " + mend, cause);
  }
}
