package org.kontor.web.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.kontor.billing.policy.boundary.PortalView;
import org.kontor.crm.identity.boundary.SignIns.Origin;
import org.kontor.crm.identity.boundary.Visitor;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.domain.text.Language;
import org.kontor.domain.time.ReaderZone;

/** This request to the client area: whose portal, who asks, in which language. */
@RequestScoped
@Named
public class Visit {

  private PortalView portal;
  private Visitor visitor;
  private Language language = Language.EN;
  private ReaderZone zone;
  private Origin origin = new Origin("", "");

  void begins(PortalView at, Visitor who, Language spoken, Origin from) {
    portal = at;
    visitor = who;
    language = spoken;
    zone = at == null ? null : ReaderZone.of(who == null ? null : who.zone(), at.zone());
    origin = from;
  }

  /** Null where the host name is nobody's. */
  public PortalView getPortal() {
    return portal;
  }

  /** Null when nobody is signed in. */
  public Visitor getVisitor() {
    return visitor;
  }

  public boolean isSignedIn() {
    return visitor != null;
  }

  public Language getLanguage() {
    return language;
  }

  /** In which zone moments are told; null where the host name is nobody's. */
  public ReaderZone getZone() {
    return zone;
  }

  public Origin origin() {
    return origin;
  }

  /** For whom the person acts; refuses with NOT_FOUND when it belongs to no customer. */
  public long customerId() {
    if (visitor == null || visitor.customerId() == 0) {
      throw NotFound.of("customer");
    }
    return visitor.customerId();
  }

  /** Refuses what belongs to another customer as if it did not exist. */
  public void own(long customerId, String what) {
    if (visitor == null || visitor.customerId() != customerId) {
      throw NotFound.of(what);
    }
  }
}
