package org.kontor.web.client.people;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.kontor.crm.customer.boundary.PersonStanding;

/** Names of posts for pages: {@code #{posts.of(person)}}. */
@Named
@RequestScoped
public class Posts {

  public Post[] getAll() {
    return Post.values();
  }

  public String of(PersonStanding person) {
    return Post.of(person);
  }
}
