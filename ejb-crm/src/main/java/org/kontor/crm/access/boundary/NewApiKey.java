package org.kontor.crm.access.boundary;

import java.util.List;

/**
 * @param name unique among live keys
 * @param vendor the only vendor that the key sees; null: all
 * @param scopes of {@link Scope}
 */
public record NewApiKey(String name, String vendor, List<String> scopes) {

  public NewApiKey {
    scopes = scopes == null ? List.of() : List.copyOf(scopes);
  }
}
