package org.kontor.crm.start.control;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.List;
import org.kontor.crm.access.boundary.ApiKeys;
import org.kontor.crm.platform.boundary.BookClock;
import org.kontor.crm.platform.boundary.Setting;
import org.kontor.crm.platform.boundary.Settings;

/**
 * First thing that a node does: refuses to start with settings that are unknown or wrong, says
 * which are in force, begins the book when there is none, and lets the first administrator in.
 */
@Singleton
@Startup
public class Start {

  private static final System.Logger LOG = System.getLogger(Start.class.getName());

  @Inject private Settings settings;
  @Inject private BookClock clock;
  @Inject private ApiKeys keys;

  @PostConstruct
  void begin() {
    List<String> faults = settings.faults();
    if (!faults.isEmpty()) {
      faults.forEach(fault -> LOG.log(System.Logger.Level.ERROR, fault));
      throw new IllegalStateException("Kontor does not start: " + String.join("; ", faults));
    }
    LOG.log(System.Logger.Level.INFO, "settings in force: " + settings.effective());
    if (!clock.mode().equals(settings.text(Setting.CLOCK_MODE))) {
      LOG.log(
          System.Logger.Level.WARNING,
          "this book was begun with "
              + Setting.CLOCK_MODE.key()
              + "="
              + clock.mode()
              + " and stays so");
    }
    String key = settings.text(Setting.BOOTSTRAP_KEY);
    if (!key.isEmpty() && keys.bootstrap(key)) {
      LOG.log(
          System.Logger.Level.INFO, "the first API key was stored; make your own and revoke it");
    }
  }
}
