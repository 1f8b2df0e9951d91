package org.kontor.domain.retention;

/** What ended a deletion before it happened. */
public enum EndedBy {
  /** The owner or an administrator (S3.36), or staff. */
  PERSON,
  /** The money condition ended, or the arrears were paid (S1.30, S3.40). */
  MONEY,
  /** Somebody logged in, where the policy lets that count (S3.40). */
  LOGIN,
  /** Staff keep it, with a reason. */
  HOLD,
  /** The subscription lives again: restored, converted. */
  REVIVED,
  /** Another way out has taken its place, for example a termination. */
  REPLACED
}
