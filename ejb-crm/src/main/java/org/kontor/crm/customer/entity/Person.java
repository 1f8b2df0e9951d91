package org.kontor.crm.customer.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A person in one vendor's world, known by mail address; a member of one customer or several. */
@Entity
@Table(name = "person")
public class Person {

  @Id private long id;

  @Column(name = "vendor_code")
  private String vendorCode;

  private String email;
  private String name;
  private String language;

  @Column(name = "created_at")
  private Instant createdAt;

  @Version private int version;

  protected Person() {}

  public Person(
      long id, String vendorCode, String email, String name, String language, Instant createdAt) {
    this.id = id;
    this.vendorCode = vendorCode;
    this.email = email;
    this.name = name;
    this.language = language;
    this.createdAt = createdAt;
  }

  public long id() {
    return id;
  }

  public String email() {
    return email;
  }

  public void isReachedBy(String email) {
    this.email = email;
  }

  public String name() {
    return name;
  }

  public String language() {
    return language;
  }
}
