package org.kontor.crm.access.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;

/** An API key: created once, shown once, revoked once. The key itself is nowhere. */
@Entity
@Table(name = "api_key")
public class ApiKey {

  @Id private long id;
  private String name;

  @Column(name = "key_hash")
  private byte[] keyHash;

  @Column(name = "vendor_code")
  private String vendorCode;

  private String scopes;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "revoked_at")
  private Instant revokedAt;

  @Version private int version;

  protected ApiKey() {}

  public ApiKey(
      long id,
      String name,
      byte[] keyHash,
      String vendorCode,
      List<String> scopes,
      Instant createdAt) {
    this.id = id;
    this.name = name;
    this.keyHash = keyHash.clone();
    this.vendorCode = vendorCode;
    this.scopes = String.join(",", scopes);
    this.createdAt = createdAt;
  }

  public long id() {
    return id;
  }

  public String name() {
    return name;
  }

  public boolean isRevoked() {
    return revokedAt != null;
  }

  public void revoke(Instant at) {
    revokedAt = at;
  }
}
