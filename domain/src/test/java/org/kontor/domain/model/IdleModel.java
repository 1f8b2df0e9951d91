package org.kontor.domain.model;

/**
 * One account under S3.29 to S3.45, day by day. At 00:00 the settlement comes first, then the look
 * at the three conditions; what people do comes in the course of the day.
 */
final class IdleModel {

  /** What a midnight brings. */
  enum Step {
    NOTHING,
    TELL_10,
    TELL_3,
    TELL_1,
    DELETE,
    PURGE
  }

  private final int created;
  private int lastLogin = Integer.MIN_VALUE / 2;
  private long balance;
  private boolean announced;
  private int deletesOn;
  private int told;
  private boolean waiting;
  private int deletedOn = -1;

  IdleModel(int created, long balance) {
    this.created = created;
    this.balance = balance;
  }

  long balance() {
    return balance;
  }

  boolean deleted() {
    return deletedOn >= 0;
  }

  /** The day of deletion as it stands; meaningless when nothing is announced. */
  int deletesOn() {
    return deletesOn;
  }

  boolean announced() {
    return announced;
  }

  void charge(long fee) {
    balance -= fee;
    funds();
  }

  /** S3.31, S3.40: it counts as activity, but ends no deletion that was announced. */
  void login(int day) {
    lastLogin = day;
  }

  void topUp(long sum) {
    balance += sum;
    funds();
  }

  /** S3.36 and its settled reading: a cancellation counts as activity. */
  boolean cancel(int day) {
    if (!announced) {
      return false;
    }
    announced = false;
    lastLogin = Math.max(lastLogin, day);
    return true;
  }

  /** S3.32, S3.40: the money condition ends. */
  private void funds() {
    if (balance > 0) {
      announced = false;
    }
  }

  Step midnight(int day) {
    if (deletedOn >= 0) {
      // S3.42, S3.43: restorable for 20 days after the day of deletion
      return day == deletedOn + 21 ? Step.PURGE : Step.NOTHING;
    }
    if (!announced) {
      boolean oldEnough = day - created > 40;
      boolean nobodyThere = day - lastLogin > 30;
      if (!(oldEnough && nobodyThere && balance <= 0)) {
        return Step.NOTHING;
      }
      announced = true;
      deletesOn = day + 10;
      told = 1;
      waiting = true;
      return Step.TELL_10;
    }
    if (waiting) {
      return Step.NOTHING;
    }
    if (told == 1 && day >= deletesOn - 3) {
      told = 2;
      waiting = true;
      return Step.TELL_3;
    }
    if (told == 2 && day >= deletesOn - 1) {
      told = 3;
      waiting = true;
      return Step.TELL_1;
    }
    if (told == 3 && day >= deletesOn) {
      deletedOn = day;
      announced = false;
      return Step.DELETE;
    }
    return Step.NOTHING;
  }

  /** The mail server took the last notice: each gives its full days from then on. */
  void accepted(int day) {
    waiting = false;
    int gives = told == 1 ? 10 : told == 2 ? 3 : 1;
    deletesOn = Math.max(deletesOn, day + gives);
  }
}
