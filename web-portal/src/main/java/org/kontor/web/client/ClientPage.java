package org.kontor.web.client;

import static org.kontor.web.client.ClientPage.Right.ACTS;
import static org.kontor.web.client.ClientPage.Right.NONE;
import static org.kontor.web.client.ClientPage.Right.READS;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.kontor.domain.customer.Position;
import org.kontor.domain.customer.Role;

/**
 * Every address of the client area, who may open it, and what it needs (PAGES C01–C27). What has no
 * row here does not exist: {@link RightsFilter} asks before anything else answers.
 */
public enum ClientPage {
  HOME(Section.HOME, "home", "common.home", ACTS, ACTS, READS, Need.OPEN),
  ACCESS(Section.HOME, "access", null, ACTS, ACTS, ACTS),
  WALLET(Section.WALLET, "wallet", "money.wallet", ACTS, ACTS, NONE),
  PAY(Section.WALLET, "pay", null, ACTS, ACTS, NONE),
  /** What the page to pay tells, as a file: open to whom that page is, at every stage. */
  TRANSFER(Section.WALLET, "transfer", null, ACTS, ACTS, NONE),
  /** What was sent to prove a transfer: open to whom that page is, too. */
  TRANSFER_PROOF(Section.WALLET, "transfer-proof", null, ACTS, ACTS, NONE),
  PROMISE(Section.WALLET, "promise", null, ACTS, ACTS, NONE),
  SERVICES(Section.SERVICES, "services", "service.services", ACTS, ACTS, READS, Need.OPEN_OR_PAYER),
  SERVICE(Section.SERVICES, "service", null, ACTS, ACTS, READS, Need.OPEN_OR_PAYER),
  PLAN(Section.SERVICES, "plan", null, ACTS, ACTS, NONE),
  CONVERT(Section.SERVICES, "convert", null, ACTS, ACTS, NONE),
  CANCEL(Section.SERVICES, "cancel", null, ACTS, NONE, NONE),
  TIMELINE(Section.SERVICES, "timeline", "service.timeline", ACTS, ACTS, NONE),
  INVOICES(Section.INVOICES, "invoices", "common.invoices", ACTS, ACTS, NONE),
  USE(Section.WALLET, "use", "money.use.short", ACTS, ACTS, READS, Need.OPEN_OR_PAYER),
  INVOICE(Section.INVOICES, "invoice", null, ACTS, ACTS, NONE),
  DOCUMENT(Section.INVOICES, "document", null, ACTS, ACTS, NONE),
  DOCUMENTS(Section.INVOICES, "documents", null, ACTS, ACTS, NONE, Need.EXPORT),
  MOVEMENTS(Section.WALLET, "movements", "common.movements.short", ACTS, ACTS, NONE),
  STATEMENT(Section.WALLET, "statement", null, ACTS, ACTS, NONE),
  EXPORT(Section.HOME, "export", null, ACTS, ACTS, NONE, Need.EXPORT),
  COMPANY(Section.COMPANY, "company", "service.company", ACTS, READS, NONE),
  PEOPLE(Section.COMPANY, "people", "account.people", ACTS, ACTS, NONE),
  PERSON(Section.COMPANY, "person", null, ACTS, ACTS, NONE),
  INVITE(Section.COMPANY, "invite", null, ACTS, ACTS, NONE),
  /** Whoever is proposed confirms, whatever its role. */
  HANDOVER(Section.COMPANY, "handover", null, ACTS, ACTS, ACTS),
  MESSAGES(Section.COMPANY, "messages", "account.messages", READS, READS, READS),
  MESSAGE(Section.COMPANY, "message", null, READS, READS, READS),
  CLOSING(Section.COMPANY, "closing", "service.closing", ACTS, NONE, NONE),
  /** Who may stop it is the policy's to say (S3.36, S3.39). */
  DELETION(Section.COMPANY, "deletion", null, ACTS, ACTS, ACTS),
  EVERYTHING(Section.COMPANY, "everything", null, ACTS, NONE, NONE, Need.EXPORT),
  PROFILE(Section.PROFILE, "profile", "common.profile.short", ACTS, ACTS, ACTS),
  /** Goes on for another customer of the same person. */
  ACT_FOR(Section.PROFILE, "act-for", null, ACTS, ACTS, ACTS),
  AUTHENTICATOR(Section.PROFILE, "authenticator", null, ACTS, ACTS, ACTS),
  PASSKEYS(Section.PROFILE, "passkeys", null, ACTS, ACTS, ACTS),
  PROVE(Section.PROFILE, "prove", null, ACTS, ACTS, ACTS),
  STAY(Section.PROFILE, "stay", null, ACTS, ACTS, ACTS),
  PREFERENCES(Section.PROFILE, "preferences", "own.preferences.short", ACTS, ACTS, ACTS),
  /** What is kept of the person (GDPR, Articles 15 and 20). */
  MY_DATA(Section.PROFILE, "my-data", null, ACTS, ACTS, ACTS),
  SIGN_IN("sign-in"),
  SECOND("second"),
  REGISTER("register"),
  JOIN("join"),
  COLOURS("brand.css"),
  LOGO("logo.png"),
  SIGN_OUT("sign-out"),
  FORGOTTEN("forgotten"),
  WELCOME("welcome"),
  HELP("help"),
  ACCESSIBILITY("accessibility"),
  LANGUAGE("language");

  /** What concerns the person and no customer. */
  private static final Set<String> OF_PERSON =
      Set.of(
          "/client/profile",
          "/client/authenticator",
          "/client/passkeys",
          "/client/prove",
          "/client/preferences",
          "/client/my-data",
          "/client/stay");

  private static final String AREA = "/client/";
  private static final String VIEW = ".xhtml";

  private final Section section;
  private final String path;
  private final String label;
  private final boolean open;
  private final Right mainAdministrator;
  private final Right administrator;
  private final Right staff;
  private final Need need;

  /** A door: for strangers, too. */
  ClientPage(String name) {
    section = null;
    path = AREA + name;
    label = null;
    open = true;
    mainAdministrator = ACTS;
    administrator = ACTS;
    staff = ACTS;
    need = Need.NOTHING;
  }

  /** A page that no restriction of the service closes. */
  ClientPage(
      Section section,
      String name,
      String label,
      Right mainAdministrator,
      Right administrator,
      Right staff) {
    this(section, name, label, mainAdministrator, administrator, staff, Need.NOTHING);
  }

  ClientPage(
      Section section,
      String name,
      String label,
      Right mainAdministrator,
      Right administrator,
      Right staff,
      Need need) {
    this.section = section;
    this.path = AREA + name;
    this.label = label;
    this.open = false;
    this.mainAdministrator = mainAdministrator;
    this.administrator = administrator;
    this.staff = staff;
    this.need = need;
  }

  /**
   * What the navigation names: pages of one section stand side by side as tabs. No more than seven,
   * what one takes in at a glance.
   */
  public enum Section {
    HOME("common.home"),
    SERVICES("common.services"),
    WALLET("money.wallet"),
    INVOICES("common.invoices"),
    COMPANY("common.company"),
    PROFILE("common.profile.short");

    private final String label;

    Section(String label) {
      this.label = label;
    }

    /** Key of its name. */
    public String label() {
      return label;
    }
  }

  /** What a role may do on a page. */
  public enum Right {
    NONE,
    READS,
    ACTS
  }

  /** What the access decision must allow, beside the role. */
  public enum Need {
    NOTHING,
    /**
     * The service itself is open to the person: a page about using it. Pages about money, about the
     * account and its end need nothing, whoever is shut out of the service (S1.28, S3.20).
     */
    OPEN,
    /** The same for who cannot pay; who can sees what it pays for, and may take less of it. */
    OPEN_OR_PAYER,
    /** Data is taken out (S1.37). */
    EXPORT
  }

  /**
   * @param address path within the application, with or without {@code .xhtml}
   */
  public static Optional<ClientPage> at(String address) {
    String bare =
        address.endsWith(VIEW) ? address.substring(0, address.length() - VIEW.length()) : address;
    return Arrays.stream(values()).filter(page -> page.path.equals(bare)).findFirst();
  }

  public String path() {
    return path;
  }

  /** Where it is found; null of a door. */
  public Section section() {
    return section;
  }

  /** Key of its name in the navigation; null of a page that another one leads to. */
  public String label() {
    return label;
  }

  /** The page that leads here: of its section the nearest one above it that is a tab. */
  Optional<ClientPage> above() {
    if (label != null || section == null) {
      return Optional.empty();
    }
    return Arrays.stream(values())
        .filter(page -> page.section == section && page.label != null && page.compareTo(this) < 0)
        .reduce((earlier, later) -> later);
  }

  /** Whether strangers may open it. */
  public boolean isOpen() {
    return open;
  }

  /**
   * @param role null of somebody who belongs to no customer any more
   */
  public Right of(Role role) {
    if (role == null) {
      return open || OF_PERSON.contains(path) ? Right.ACTS : Right.NONE;
    }
    return switch (role) {
      case MAIN_ADMINISTRATOR -> mainAdministrator;
      case ADMINISTRATOR -> administrator;
      case STAFF -> staff;
    };
  }

  /**
   * What a person may do: by its role, and with the money as an administrator where it was given
   * that right.
   *
   * @param position null of somebody who belongs to no customer any more
   */
  public Right rightOf(Position position) {
    if (position == null) {
      return of(null);
    }
    return of(isOfMoney() ? position.forMoney() : position.role());
  }

  private boolean isOfMoney() {
    return section == Section.WALLET || section == Section.INVOICES || this == EXPORT;
  }

  public Need need() {
    return need;
  }
}
