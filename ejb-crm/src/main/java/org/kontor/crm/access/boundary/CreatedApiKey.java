package org.kontor.crm.access.boundary;

import java.util.List;

/**
 * @param key the secret; shown this once and stored nowhere
 */
public record CreatedApiKey(long id, String name, String vendor, List<String> scopes, String key) {

  public CreatedApiKey {
    scopes = List.copyOf(scopes);
  }
}
