package org.kontor.web.client.people;

import java.util.Optional;
import java.util.Set;
import org.kontor.crm.customer.boundary.PersonStanding;
import org.kontor.domain.customer.FineRight;
import org.kontor.domain.customer.Role;

/** What administrators choose from for a person: its role, and what is given beyond. */
public enum Post {
  STAFF(Role.STAFF, Set.of()),
  ACCOUNTANT(Role.STAFF, Set.of(FineRight.MONEY)),
  ADMINISTRATOR(Role.ADMINISTRATOR, Set.of());

  private final Role role;
  private final Set<FineRight> rights;

  Post(Role role, Set<FineRight> rights) {
    this.role = role;
    this.rights = rights;
  }

  public Role role() {
    return role;
  }

  public Set<FineRight> rights() {
    return rights;
  }

  /** As a form sends it; empty for what is none. */
  public static Optional<Post> sent(String name) {
    for (Post post : values()) {
      if (post.name().equals(name)) {
        return Optional.of(post);
      }
    }
    return Optional.empty();
  }

  /** Key of the name of what a person is. */
  public static String of(PersonStanding person) {
    for (Post post : values()) {
      if (post.role == person.role() && post.rights.equals(person.rights())) {
        return post.name();
      }
    }
    return person.role().name();
  }
}
