package org.kontor.system.architecture;

import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.LocationProvider;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The compiled classes of all that is in the EAR, as the build has just left them. */
final class Rooms implements LocationProvider {

  private static final List<String> MODULES =
      List.of("domain", "ejb-crm", "ejb-billing", "batch-jobs", "web-portal", "ear/health");

  @Override
  public Set<Location> get(Class<?> testClass) {
    Path root = Path.of(System.getProperty("kontor.root"));
    Set<Location> found = new LinkedHashSet<>();
    for (String module : MODULES) {
      URI classes = root.resolve(module).resolve("target/classes").toUri();
      if (Files.exists(Path.of(classes))) {
        found.add(Location.of(classes));
      }
    }
    return found;
  }
}
