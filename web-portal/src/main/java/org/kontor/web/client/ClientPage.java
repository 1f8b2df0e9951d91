package org.kontor.web.client;

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
  HOME(Section.HOME, "home", "common.home", Right.ACTS, Right.ACTS, Right.READS, Need.OPEN),
  ACCESS(Section.HOME, "access", null, Right.ACTS, Right.ACTS, Right.ACTS, Need.NOTHING),
  WALLET(
      Section.WALLET, "wallet", "money.wallet", Right.ACTS, Right.ACTS, Right.NONE, Need.NOTHING),
  SERVICES(
      Section.SERVICES,
      "services",
      "service.services",
      Right.ACTS,
      Right.ACTS,
      Right.READS,
      Need.NOTHING),
  TIMELINE(
      Section.SERVICES,
      "timeline",
      "service.timeline",
      Right.ACTS,
      Right.ACTS,
      Right.NONE,
      Need.NOTHING),
  SERVICE(Section.SERVICES, "service", null, Right.ACTS, Right.ACTS, Right.READS, Need.NOTHING),
  PLAN(Section.SERVICES, "plan", null, Right.ACTS, Right.ACTS, Right.NONE, Need.NOTHING),
  CONVERT(Section.SERVICES, "convert", null, Right.ACTS, Right.ACTS, Right.NONE, Need.NOTHING),
  CANCEL(Section.SERVICES, "cancel", null, Right.ACTS, Right.NONE, Right.NONE, Need.NOTHING),
  INVOICES(
      Section.INVOICES,
      "invoices",
      "common.invoices",
      Right.ACTS,
      Right.ACTS,
      Right.NONE,
      Need.NOTHING),
  USE(Section.WALLET, "use", "money.use.short", Right.ACTS, Right.ACTS, Right.READS, Need.NOTHING),
  INVOICE(Section.INVOICES, "invoice", null, Right.ACTS, Right.ACTS, Right.NONE, Need.NOTHING),
  DOCUMENT(Section.INVOICES, "document", null, Right.ACTS, Right.ACTS, Right.NONE, Need.NOTHING),
  MOVEMENTS(
      Section.WALLET,
      "movements",
      "common.movements.short",
      Right.ACTS,
      Right.ACTS,
      Right.NONE,
      Need.NOTHING),
  PAY(Section.WALLET, "pay", null, Right.ACTS, Right.ACTS, Right.NONE, Need.NOTHING),
  PROMISE(Section.WALLET, "promise", null, Right.ACTS, Right.ACTS, Right.NONE, Need.NOTHING),
  EXPORT(Section.HOME, "export", null, Right.ACTS, Right.ACTS, Right.NONE, Need.EXPORT),
  COMPANY(
      Section.COMPANY,
      "company",
      "service.company",
      Right.ACTS,
      Right.READS,
      Right.NONE,
      Need.NOTHING),
  PEOPLE(
      Section.COMPANY,
      "people",
      "account.people",
      Right.ACTS,
      Right.ACTS,
      Right.NONE,
      Need.NOTHING),
  PERSON(Section.COMPANY, "person", null, Right.ACTS, Right.ACTS, Right.NONE, Need.NOTHING),
  INVITE(Section.COMPANY, "invite", null, Right.ACTS, Right.ACTS, Right.NONE, Need.NOTHING),
  /** Whoever is proposed confirms, whatever its role. */
  HANDOVER(Section.COMPANY, "handover", null, Right.ACTS, Right.ACTS, Right.ACTS, Need.NOTHING),
  MESSAGES(
      Section.COMPANY,
      "messages",
      "account.messages",
      Right.READS,
      Right.READS,
      Right.READS,
      Need.NOTHING),
  MESSAGE(Section.COMPANY, "message", null, Right.READS, Right.READS, Right.READS, Need.NOTHING),
  CLOSING(
      Section.COMPANY,
      "closing",
      "service.closing",
      Right.ACTS,
      Right.NONE,
      Right.NONE,
      Need.NOTHING),
  EVERYTHING(Section.COMPANY, "everything", null, Right.ACTS, Right.NONE, Right.NONE, Need.EXPORT),
  PROFILE(
      Section.PROFILE,
      "profile",
      "common.profile.short",
      Right.ACTS,
      Right.ACTS,
      Right.ACTS,
      Need.NOTHING),
  /** Goes on for another customer of the same person. */
  ACT_FOR(Section.PROFILE, "act-for", null, Right.ACTS, Right.ACTS, Right.ACTS, Need.NOTHING),
  AUTHENTICATOR(
      Section.PROFILE, "authenticator", null, Right.ACTS, Right.ACTS, Right.ACTS, Need.NOTHING),
  PASSKEYS(Section.PROFILE, "passkeys", null, Right.ACTS, Right.ACTS, Right.ACTS, Need.NOTHING),
  PROVE(Section.PROFILE, "prove", null, Right.ACTS, Right.ACTS, Right.ACTS, Need.NOTHING),
  STAY(Section.PROFILE, "stay", null, Right.ACTS, Right.ACTS, Right.ACTS, Need.NOTHING),
  SIGN_IN("sign-in"),
  SECOND("second"),
  REGISTER("register"),
  JOIN("join"),
  COLOURS("brand.css"),
  LOGO("logo.png"),
  SIGN_OUT("sign-out"),
  FORGOTTEN("forgotten"),
  WELCOME("welcome"),
  LANGUAGE("language");

  /** What concerns the person and no customer. */
  private static final Set<String> OF_PERSON =
      Set.of(
          "/client/profile",
          "/client/authenticator",
          "/client/passkeys",
          "/client/prove",
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
    mainAdministrator = Right.ACTS;
    administrator = Right.ACTS;
    staff = Right.ACTS;
    need = Need.NOTHING;
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
