package org.kontor.web.client.profile;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A browser as people know it: "Firefox, Windows" instead of what it calls itself in requests. */
final class Device {

  /** What each calls itself; those that pretend to be others stand before them. */
  private static final Map<String, String> BROWSERS = new LinkedHashMap<>();

  private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

  static {
    BROWSERS.put("Edg", "Edge");
    BROWSERS.put("OPR/", "Opera");
    BROWSERS.put("YaBrowser/", "Yandex");
    BROWSERS.put("SamsungBrowser/", "Samsung Internet");
    BROWSERS.put("Firefox/", "Firefox");
    BROWSERS.put("FxiOS/", "Firefox");
    BROWSERS.put("Chrome/", "Chrome");
    BROWSERS.put("CriOS/", "Chrome");
    BROWSERS.put("Safari/", "Safari");
    SYSTEMS.put("iPhone", "iPhone");
    SYSTEMS.put("iPad", "iPad");
    SYSTEMS.put("Android", "Android");
    SYSTEMS.put("Windows", "Windows");
    SYSTEMS.put("Mac OS X", "macOS");
    SYSTEMS.put("CrOS", "ChromeOS");
    SYSTEMS.put("Linux", "Linux");
  }

  private Device() {}

  /**
   * @param agent the browser's {@code User-Agent}
   * @return browser and system; the agent itself where neither is known
   */
  static String name(String agent) {
    if (agent == null) {
      return "";
    }
    Optional<String> browser = first(BROWSERS, agent);
    Optional<String> system = first(SYSTEMS, agent);
    if (browser.isEmpty()) {
      return system.orElse(agent);
    }
    return browser.get() + system.map(name -> ", " + name).orElse("");
  }

  private static Optional<String> first(Map<String, String> names, String agent) {
    return names.entrySet().stream()
        .filter(known -> agent.contains(known.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
