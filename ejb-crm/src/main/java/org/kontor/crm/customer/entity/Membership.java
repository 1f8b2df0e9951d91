package org.kontor.crm.customer.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.kontor.domain.customer.FineRight;
import org.kontor.domain.customer.Position;
import org.kontor.domain.customer.Role;

/** What a person is to a customer; one row for the pair. */
@Entity
@Table(name = "membership")
public class Membership {

  @Id private long id;

  @Column(name = "customer_id")
  private long customerId;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "person_id")
  private Person person;

  @Enumerated(EnumType.STRING)
  private Role role;

  private String rights;

  @Version private int version;

  protected Membership() {}

  public Membership(long id, long customerId, Person person, Role role) {
    this.id = id;
    this.customerId = customerId;
    this.person = person;
    this.role = role;
    this.rights = FineRight.write(Position.of(role).rights());
  }

  public Person person() {
    return person;
  }

  public Role role() {
    return role;
  }

  public Position position() {
    return new Position(role, FineRight.read(rights));
  }

  public void becomes(Position next) {
    role = next.role();
    rights = FineRight.write(next.rights());
  }
}
