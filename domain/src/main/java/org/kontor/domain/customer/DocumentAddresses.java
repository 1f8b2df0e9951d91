package org.kontor.domain.customer;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.kontor.domain.problem.Refused;

/**
 * Where a customer's documents are mailed (PAGES C20).
 *
 * @param main the customer's own address in lower case; empty: the main administrator's instead
 * @param further in lower case, each once, at most {@value #MOST_FURTHER}
 */
public record DocumentAddresses(String main, List<String> further) {

  /** Addresses beside the main one. */
  public static final int MOST_FURTHER = 5;

  public DocumentAddresses {
    further = List.copyOf(further);
  }

  /** Further addresses as they are stored: no address has a blank. */
  public static String stored(List<String> further) {
    return String.join(" ", further);
  }

  /** What {@link #stored} wrote. */
  public static List<String> read(String stored) {
    return stored.isEmpty() ? List.of() : List.of(stored.split(" "));
  }

  /**
   * Further addresses as they may be stored: in lower case, each once.
   *
   * @throws Refused MISSING_VALUE or INVALID_VALUE, naming the address by its place in the list, or
   *     the list when it is too long
   */
  public static List<String> checkedFurther(String field, List<String> sent) {
    Set<String> checked = new LinkedHashSet<>();
    for (int i = 0; i < sent.size(); i++) {
      checked.add(Check.email(field + "[" + i + "]", sent.get(i)));
    }
    if (tooMany(checked)) {
      throw Check.invalid(
          field,
          "There are " + checked.size() + " further addresses",
          "Send at most " + MOST_FURTHER + ".");
    }
    return List.copyOf(checked);
  }

  /** Those that are no mail addresses, in their order. */
  public static List<String> wrong(List<String> sent) {
    return sent.stream().filter(each -> !isAddress(each)).toList();
  }

  /** Whether there are more of them than may be, however often each is repeated. */
  public static boolean tooMany(Collection<String> sent) {
    return sent.stream().map(each -> each.strip().toLowerCase(Locale.ROOT)).distinct().count()
        > MOST_FURTHER;
  }

  private static boolean isAddress(String text) {
    try {
      Check.email("email", text);
      return true;
    } catch (Refused refused) {
      return false;
    }
  }

  /**
   * Where a mail goes that waits for one of these addresses while they change: to the same where
   * documents go on to go; else what was for the main address follows it, and what was for a
   * further one goes nowhere.
   *
   * @return empty when it is not to be sent any more
   */
  public Optional<String> heir(String recipient, DocumentAddresses now) {
    if (now.further.contains(recipient) || recipient.equals(now.main)) {
      return Optional.of(recipient);
    }
    if (recipient.equals(main)) {
      return Optional.of(now.main.isEmpty() ? recipient : now.main);
    }
    return further.contains(recipient) ? Optional.empty() : Optional.of(recipient);
  }
}
