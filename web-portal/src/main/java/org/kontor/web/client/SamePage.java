package org.kontor.web.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The page that was shown, with what was chosen on it: a form is sent to an address without a
 * query, so it carries the query along for the case that the page has to be shown anew.
 */
@Named
@RequestScoped
public class SamePage {

  /** Name of the hidden field. */
  private static final String QUERY = "kontor.query";

  /** Parameter of the address of a page whose form was sent in vain. */
  private static final String UNSENT = "unsent";

  @Inject private HttpServletRequest request;

  /** What the forms of this page carry; empty when the address has no query. */
  public String getQuery() {
    return query(request, request.getQueryString());
  }

  /**
   * An address of the client area with the query that its form carried.
   *
   * @param path of the page; what is none of the client area leads home
   * @param asked query of the request itself; null when it has none
   */
  static String address(HttpServletRequest request, String path, String asked) {
    String query = query(request, asked);
    String whole = path + (query.isEmpty() ? "" : "?" + query);
    return Doors.inside(whole).equals(whole) ? whole : Doors.inside(path);
  }

  /**
   * The same where a form was sent and nothing was done with it; the page says so, and its script
   * puts back what had been typed.
   */
  static String unsent(HttpServletRequest request, String path, String asked) {
    String address = address(request, path, asked);
    return address + (address.contains("?") ? "&" : "?") + UNSENT + "=1";
  }

  /** Without what tells that something is done, or that nothing was. */
  private static String query(HttpServletRequest request, String asked) {
    String sent = asked == null && isForm(request) ? request.getParameter(QUERY) : asked;
    return sent == null
        ? ""
        : Arrays.stream(sent.split("&"))
            .filter(
                one -> !one.isEmpty() && !one.startsWith("done=") && !one.startsWith(UNSENT + "="))
            .collect(Collectors.joining("&"));
  }

  private static boolean isForm(HttpServletRequest request) {
    return request.getMethod().equals("POST");
  }
}
