package org.kontor.web.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** The entries on the left: no more than a person can take in at a glance. */
@RequestScoped
@Named
public class Navigation {

  private static final List<String> PAGES = List.of("home", "invoices", "movements", "profile");

  @Inject private HttpServletRequest request;

  public List<Entry> getEntries() {
    String here = request.getServletPath();
    return PAGES.stream()
        .map(page -> new Entry("/client/" + page, "common." + page, here.equals("/client/" + page)))
        .toList();
  }

  /**
   * @param label key of its text
   */
  public record Entry(String address, String label, boolean current) {}
}
