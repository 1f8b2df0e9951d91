package org.kontor.crm.customer.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.kontor.crm.customer.control.CheckedCustomer.CheckedPerson;
import org.kontor.crm.customer.entity.Membership;
import org.kontor.crm.customer.entity.Person;
import org.kontor.crm.platform.boundary.Ids;
import org.kontor.crm.platform.boundary.NaturalLocks;
import org.kontor.domain.customer.Role;
import org.kontor.domain.time.BusinessClock;

/** People by mail address, and what they are to customers. */
@ApplicationScoped
public class PersonStore {

  @PersistenceContext(unitName = "crm")
  private EntityManager em;

  @Inject private Ids ids;
  @Inject private NaturalLocks locks;
  @Inject private BusinessClock clock;

  /** The person with this mail address in the vendor's world; who is known keeps the known name. */
  public Person known(String vendorCode, CheckedPerson sent) {
    return find(vendorCode, sent.email()).orElseGet(() -> added(vendorCode, sent));
  }

  /**
   * Who has this mail address in the vendor's world; nobody else gets it until the transaction
   * ends.
   *
   * @param email in lower case
   */
  public Optional<Person> find(String vendorCode, String email) {
    locks.hold("person", vendorCode, email);
    return em.createQuery(
            "select p from Person p where p.vendorCode = :vendor and lower(p.email) = :email",
            Person.class)
        .setParameter("vendor", vendorCode)
        .setParameter("email", email)
        .getResultStream()
        .findFirst();
  }

  public Membership join(long customerId, Person person, Role role) {
    Membership membership = new Membership(ids.next(), customerId, person, role);
    em.persist(membership);
    return membership;
  }

  /** All people of a customer, in the order in which they joined; persons loaded with them. */
  public List<Membership> of(long customerId) {
    return em.createQuery(
            "select m from Membership m join fetch m.person where m.customerId = :customer"
                + " order by m.id",
            Membership.class)
        .setParameter("customer", customerId)
        .getResultList();
  }

  private Person added(String vendorCode, CheckedPerson sent) {
    Person person =
        new Person(ids.next(), vendorCode, sent.email(), sent.name(), sent.language(), clock.now());
    em.persist(person);
    return person;
  }
}
