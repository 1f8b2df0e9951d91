package org.kontor.web.client.preferences;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.kontor.crm.customer.boundary.OwnPerson;
import org.kontor.domain.problem.Refused;
import org.kontor.domain.text.Language;
import org.kontor.domain.time.Zones;
import org.kontor.web.client.Feedback;
import org.kontor.web.client.LanguageBean;
import org.kontor.web.client.Looks;
import org.kontor.web.client.TextBean;
import org.kontor.web.client.Visit;

/** Name, language and time zone of the person, and the looks of this browser (PAGES C22). */
@Named
@RequestScoped
public class PreferencesPage {

  private static final String DONE = "/client/preferences?faces-redirect=true&done=";

  @Inject private Visit visit;
  @Inject private HttpServletRequest request;
  @Inject private OwnPerson person;
  @Inject private Looks looks;
  @Inject private LanguageBean languages;
  @Inject private Feedback feedback;
  @Inject private TextBean t;
  @Inject private ZoneChoices zones;

  private String name;
  private String language;
  private String zone;
  private String theme;
  private Boolean contrast;

  /** The person's language is this browser's from now on, too, whatever was chosen before. */
  public String describe() {
    try {
      person.describe(
          visit.getVisitor().personId(),
          getName().equals(getSeenName()) ? null : getName(),
          getLanguage().equals(getSeenLanguage()) ? null : getLanguage(),
          getZone().equals(getSeenZone()) ? null : getZone());
      languages.keep(response(), getLanguage());
      return DONE + "person";
    } catch (Refused e) {
      if (e.problem().field().equals("zone")) {
        feedback.fault("form:zone", "own.zone.unknown");
      } else {
        feedback.refusal("form:name", e);
      }
      return null;
    }
  }

  public String look() {
    looks.keep(response(), getTheme(), isContrast());
    return DONE + "looks";
  }

  /** What stood in the form when it was opened: only what differs from it was changed. */
  public String getSeenName() {
    return seen("seen.name", visit.getVisitor().name());
  }

  public String getSeenLanguage() {
    return seen("seen.language", visit.getVisitor().language());
  }

  public String getSeenZone() {
    return seen("seen.zone", presentZone());
  }

  private String seen(String field, String present) {
    String sent = request.getParameter(field);
    return sent == null ? present : sent;
  }

  public List<Choice> getLanguages() {
    return Arrays.stream(Language.values())
        .map(one -> new Choice(one.code(), languages.name(one)))
        .toList();
  }

  /** As the vendor, or the zone of a city. */
  public List<SelectItem> getZones() {
    return zones.all();
  }

  /** One that is known no more is as if none had been chosen. */
  private String presentZone() {
    return Zones.offered(visit.getVisitor().zone()).orElse(OwnPerson.VENDORS);
  }

  public List<Choice> getThemes() {
    return List.of(Looks.DEVICE, "light", "dark").stream()
        .map(code -> new Choice(code, t.of("own.theme." + code)))
        .toList();
  }

  public String getName() {
    return name == null ? visit.getVisitor().name() : name;
  }

  public void setName(String name) {
    this.name = name == null ? "" : name;
  }

  public String getLanguage() {
    return language == null ? visit.getVisitor().language() : language;
  }

  public void setLanguage(String language) {
    this.language = language;
  }

  public String getZone() {
    return zone == null ? presentZone() : zone;
  }

  public void setZone(String zone) {
    this.zone = zone;
  }

  public String getTheme() {
    if (theme == null) {
      theme = looks.getTheme() == null ? Looks.DEVICE : looks.getTheme();
    }
    return theme;
  }

  public void setTheme(String theme) {
    this.theme = theme;
  }

  public boolean isContrast() {
    return contrast == null ? looks.getContrast() != null : contrast;
  }

  public void setContrast(boolean contrast) {
    this.contrast = contrast;
  }

  private static HttpServletResponse response() {
    return (HttpServletResponse)
        FacesContext.getCurrentInstance().getExternalContext().getResponse();
  }

  /** One of some. */
  public record Choice(String code, String name) {}
}
