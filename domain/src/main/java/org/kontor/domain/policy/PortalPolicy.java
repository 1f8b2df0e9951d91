package org.kontor.domain.policy;

import java.util.List;
import java.util.Set;

/**
 * The vendor's client area: where it is, how it looks, who may come by itself.
 *
 * @param hosts its host names, lower case, beside {@code <vendor>.localhost}
 * @param accent colour of what can be pressed, on white, {@code #rrggbb}
 * @param accentDark the same on the dark page
 * @param logo PNG, Base64; null: the first letter of the name
 * @param registration null: new customers are brought in by the vendor only
 * @param selfService what customers do without asking anybody
 * @param announcedDays so many days before its last day an open invoice, and the end of a trial or
 *     a service, is told above every page; 0 or more
 */
public record PortalPolicy(
    List<String> hosts,
    String accent,
    String accentDark,
    String logo,
    Registration registration,
    SelfService selfService,
    int announcedDays) {

  /** One that is known to nobody and looks like Kontor. */
  public static final PortalPolicy NONE =
      new PortalPolicy(List.of(), "#1d4ed8", "#8fb0ff", null, null, SelfService.USUAL, 7);

  public PortalPolicy {
    hosts = List.copyOf(hosts);
  }

  /**
   * How a stranger becomes a customer (S5.5).
   *
   * @param plan what it gets at once; null: an account, and nothing else
   * @param trial whether it gets that on trial (S1.1)
   * @param documents what it agrees to with that; may be none
   */
  public record Registration(String plan, boolean trial, List<Document> documents) {

    public Registration {
      documents = List.copyOf(documents);
    }

    /** Whether something is billed from the first day on, so that the address is needed at once. */
    public boolean bills() {
      return plan != null && !trial;
    }
  }

  /**
   * What a new customer agrees to.
   *
   * @param version as the vendor names it; another text has another version
   * @param link where that version can be read, https
   */
  public record Document(Kind kind, String version, String link) {

    /** What a document is about. */
    public enum Kind {
      TERMS,
      PRIVACY,
      PROCESSING
    }
  }

  /**
   * What administrators of a customer do by themselves; all else they ask the vendor for.
   *
   * @param change plan and components (S1.10)
   * @param whileOwing which changes are taken while something is overdue or the balance negative
   * @param convertTrial a trial becomes a paid service (S1.3: by the vendor)
   * @param cancel a service ends with what is paid for (S1.36)
   * @param byStaff codes of plans and components that only the vendor gives (S1.21)
   */
  public record SelfService(
      boolean change,
      WhileOwing whileOwing,
      boolean convertTrial,
      boolean cancel,
      Set<String> byStaff) {

    public static final SelfService USUAL =
        new SelfService(true, WhileOwing.LESS, false, true, Set.of());

    public SelfService {
      byStaff = Set.copyOf(byStaff);
    }
  }

  /** What somebody who owes may change. */
  public enum WhileOwing {
    NOTHING,
    /** What takes away: who cannot pay must be able to take less. */
    LESS,
    ALL
  }
}
