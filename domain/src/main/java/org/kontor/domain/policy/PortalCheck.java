package org.kontor.domain.policy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The client area's part of a pack: its host names, colours that can be read, what one gets. */
final class PortalCheck {

  /** WCAG 2.2, 1.4.3 asks for 4.5 to 1; some pages tint what lies behind the text. */
  private static final int READABLE_TENTHS = 55;

  private static final int WHITE = 0xffffff;

  /** Ground of the dark page, as the style sheet has it. */
  private static final int DARK = 0x191c21;

  private static final Pattern HOST =
      Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+");

  private PortalCheck() {}

  static void check(PolicyPack pack, Faults faults) {
    PortalPolicy portal = pack.portal();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < portal.hosts().size(); i++) {
      String host = portal.hosts().get(i);
      String path = Faults.at("portal.hosts", i);
      faults.when(
          !HOST.matcher(host).matches() || host.endsWith(".localhost"),
          path,
          host + " is not a host name of the internet",
          "Write it in lower case without scheme and port, for example clients.example.com.");
      faults.when(!seen.add(host), path, host + " is named twice", "Name it once.");
    }
    readable("portal.accent", portal.accent(), WHITE, "white", faults);
    readable("portal.accentDark", portal.accentDark(), DARK, "the dark page", faults);
    PortalPolicy.Registration registration = portal.registration();
    if (registration != null) {
      registration(pack, registration, faults);
    }
    for (String code : portal.selfService().byStaff()) {
      faults.when(
          pack.plan(code).isEmpty()
              && pack.catalogue().plans().stream().allMatch(p -> p.component(code).isEmpty()),
          "portal.selfService.byStaff",
          "There is neither a plan nor a component " + code,
          "Use a code of the catalogue, or leave it out.");
    }
  }

  private static void registration(
      PolicyPack pack, PortalPolicy.Registration registration, Faults faults) {
    faults.when(
        registration.plan() != null && pack.plan(registration.plan()).isEmpty(),
        "portal.registration.plan",
        "There is no plan " + registration.plan(),
        "Use the code of a plan of the catalogue, or leave it out.");
    faults.when(
        registration.trial() && registration.plan() == null,
        "portal.registration.trial",
        "There is nothing to try: no plan is given",
        "Name the plan, or write trial: false.");
    faults.when(
        registration.trial() && pack.trial().days() == 0,
        "portal.registration.trial",
        "This vendor offers no trial",
        "Give trial.days, or write trial: false.");
    documents(registration.documents(), faults);
  }

  private static void documents(List<PortalPolicy.Document> documents, Faults faults) {
    Set<PortalPolicy.Document.Kind> seen = new HashSet<>();
    for (int i = 0; i < documents.size(); i++) {
      faults.when(
          !seen.add(documents.get(i).kind()),
          Faults.at("portal.registration.documents", i),
          documents.get(i).kind() + " is named twice",
          "Name each document once, in the version that is agreed to from now on.");
    }
  }

  private static void readable(
      String path, String colour, int ground, String groundName, Faults faults) {
    double contrast = contrast(Integer.parseInt(colour.substring(1), 16), ground);
    faults.when(
        contrast * 10 < READABLE_TENTHS,
        path,
        "Text of the colour %s on %s has a contrast of %.1f to 1: too little to be read"
            .formatted(colour, groundName, contrast),
        "Use a colour with at least 5.5 to 1.");
  }

  private static double contrast(int one, int other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  /** Relative luminance as WCAG defines it. */
  private static double luminance(int colour) {
    return 0.2126 * linear(colour >> 16 & 0xff)
        + 0.7152 * linear(colour >> 8 & 0xff)
        + 0.0722 * linear(colour & 0xff);
  }

  private static double linear(int channel) {
    double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
