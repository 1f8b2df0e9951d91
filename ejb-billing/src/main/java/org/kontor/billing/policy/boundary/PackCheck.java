package org.kontor.billing.policy.boundary;

import java.util.List;

/**
 * What a check says of a file.
 *
 * @param valid whether it could be imported now
 * @param policy {@code code@version}, absent when the file cannot be understood
 * @param errors every mistake, with its place and its remedy
 * @param warnings what is allowed, but should be known
 */
public record PackCheck(
    boolean valid, String policy, List<PackError> errors, List<PackError> warnings) {
  public PackCheck {
    errors = List.copyOf(errors);
    warnings = List.copyOf(warnings);
  }
}
