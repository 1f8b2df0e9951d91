package org.kontor.crm.access.boundary;

import java.time.Instant;
import java.util.List;

/**
 * An API key without its secret.
 *
 * @param revokedAt null while it is live
 */
public record ApiKeyView(
    long id,
    String name,
    String vendor,
    List<String> scopes,
    Instant createdAt,
    Instant revokedAt) {

  public ApiKeyView {
    scopes = List.copyOf(scopes);
  }
}
