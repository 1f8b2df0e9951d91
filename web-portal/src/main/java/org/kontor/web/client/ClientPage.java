package org.kontor.web.client;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.kontor.domain.customer.Role;

/**
 * Every address of the client area, who may open it, and what it needs (PAGES C01–C27). What has no
 * row here does not exist: {@link RightsFilter} asks before anything else answers.
 */
public enum ClientPage {
  HOME("home", "common.home", Right.ACTS, Right.ACTS, Right.READS, Need.NOTHING),
  WALLET("wallet", "money.wallet", Right.ACTS, Right.ACTS, Right.NONE, Need.NOTHING),
  INVOICES("invoices", "common.invoices", Right.ACTS, Right.ACTS, Right.NONE, Need.NOTHING),
  USE("use", "money.use.short", Right.ACTS, Right.ACTS, Right.READS, Need.NOTHING),
  INVOICE("invoice", null, Right.ACTS, Right.ACTS, Right.NONE, Need.NOTHING),
  DOCUMENT("document", null, Right.ACTS, Right.ACTS, Right.NONE, Need.NOTHING),
  MOVEMENTS("movements", null, Right.ACTS, Right.ACTS, Right.NONE, Need.NOTHING),
  PAY("pay", null, Right.ACTS, Right.ACTS, Right.NONE, Need.NOTHING),
  PROMISE("promise", null, Right.ACTS, Right.ACTS, Right.NONE, Need.NOTHING),
  EXPORT("export", null, Right.ACTS, Right.ACTS, Right.NONE, Need.EXPORT),
  PROFILE("profile", "common.profile", Right.ACTS, Right.ACTS, Right.ACTS, Need.NOTHING),
  AUTHENTICATOR("authenticator", null, Right.ACTS, Right.ACTS, Right.ACTS, Need.NOTHING),
  PROVE("prove", null, Right.ACTS, Right.ACTS, Right.ACTS, Need.NOTHING),
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
      Set.of("/client/profile", "/client/authenticator", "/client/prove");

  private static final String AREA = "/client/";
  private static final String VIEW = ".xhtml";

  private final String path;
  private final String label;
  private final boolean open;
  private final Right mainAdministrator;
  private final Right administrator;
  private final Right staff;
  private final Need need;

  /** A door: for strangers, too. */
  ClientPage(String name) {
    path = AREA + name;
    label = null;
    open = true;
    mainAdministrator = Right.ACTS;
    administrator = Right.ACTS;
    staff = Right.ACTS;
    need = Need.NOTHING;
  }

  ClientPage(
      String name,
      String label,
      Right mainAdministrator,
      Right administrator,
      Right staff,
      Need need) {
    this.path = AREA + name;
    this.label = label;
    this.open = false;
    this.mainAdministrator = mainAdministrator;
    this.administrator = administrator;
    this.staff = staff;
    this.need = need;
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

  /** Key of its name in the navigation; null where it has no entry there. */
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

  public Need need() {
    return need;
  }
}
