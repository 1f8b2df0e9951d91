package org.kontor.domain.time;

/** What the law makes of a day that the plain week (Monday to Friday) does not tell. */
public enum DayKind {
  /** A public holiday: no working day. */
  HOLIDAY,
  /** A weekday that is free because the government or the law moved a day off to it. */
  MOVED_DAY_OFF,
  /** A Saturday or Sunday that is worked because its rest was moved to another day. */
  WORKING_WEEKEND_DAY,
  /** A working day that ends earlier, usually by an hour; it counts as a working day. */
  SHORT_DAY
}
