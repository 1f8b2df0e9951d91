package org.kontor.crm.customer.boundary;

import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kontor.crm.access.boundary.Caller;
import org.kontor.crm.customer.control.CheckedCustomer.CheckedPerson;
import org.kontor.crm.customer.control.PersonStore;
import org.kontor.crm.customer.entity.Customer;
import org.kontor.crm.customer.entity.Membership;
import org.kontor.crm.identity.boundary.Sessions;
import org.kontor.crm.platform.boundary.Audit;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.domain.customer.AddressMoved;
import org.kontor.domain.customer.Check;
import org.kontor.domain.customer.FineRight;
import org.kontor.domain.customer.Position;
import org.kontor.domain.customer.Role;
import org.kontor.domain.customer.Roles;
import org.kontor.domain.customer.VendorDirectory;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.time.BusinessClock;

/**
 * The people of a customer and their roles: always exactly one main administrator (S2.17). The
 * customer's row is locked by each change, so that two changes at once keep that.
 */
@Stateless
public class People {

  @PersistenceContext(unitName = "crm")
  private EntityManager em;

  @Inject private PersonStore people;
  @Inject private Caller caller;
  @Inject private Audit audit;
  @Inject private BusinessClock clock;
  @Inject private VendorDirectory vendors;
  @Inject private Instance<AddressMoved> moved;
  @Inject private Sessions sessions;

  /** In the order in which they joined. */
  public List<PersonView> list(long customerId) {
    visible(customerId, LockModeType.NONE);
    return people.of(customerId).stream().map(People::view).toList();
  }

  /** What a person is to a customer; empty when it is nothing. */
  public Optional<Role> role(long customerId, long personId) {
    visible(customerId, LockModeType.NONE);
    return member(customerId, personId).map(Membership::role);
  }

  /** What each person is; nobody changes it until the transaction ends. */
  public Map<Long, Position> held(long customerId) {
    visible(customerId, LockModeType.PESSIMISTIC_WRITE);
    Map<Long, Position> held = new LinkedHashMap<>();
    people.of(customerId).forEach(member -> held.put(member.person().id(), member.position()));
    return held;
  }

  /** Adds a person by mail address; one person may belong to several customers of the vendor. */
  public PersonView add(long customerId, NewPerson sent) {
    Customer customer = visible(customerId, LockModeType.PESSIMISTIC_WRITE);
    CheckedPerson checked = CheckedPerson.of("", sent, customer.language());
    Role role = required(sent.role());
    Roles.join(role);
    boolean known =
        people.of(customerId).stream().anyMatch(m -> m.person().email().equals(checked.email()));
    if (known) {
      throw Problem.of(
              ProblemCode.ALREADY_EXISTS,
              "email",
              "This person belongs to the customer already",
              "Change the person's role instead.")
          .asException();
    }
    Membership joined = people.join(customerId, people.known(customer.vendorCode(), checked), role);
    em.flush();
    audited("person.added", customerId, joined.person().id(), role);
    return view(joined);
  }

  /**
   * Changes a role or rights; a new main administrator makes the one before an administrator.
   *
   * @throws org.kontor.domain.problem.Refused NOT_FOUND, MISSING_VALUE, INVALID_VALUE, WRONG_STATE
   */
  public PersonView change(long customerId, long personId, RoleChange sent) {
    visible(customerId, LockModeType.PESSIMISTIC_WRITE);
    Role wanted = required(sent.role());
    Map<Long, Membership> members = new LinkedHashMap<>();
    Map<Long, Role> roles = new LinkedHashMap<>();
    for (Membership member : people.of(customerId)) {
      members.put(member.person().id(), member);
      roles.put(member.person().id(), member.role());
    }
    Membership changed = members.get(personId);
    if (changed == null) {
      throw NotFound.of("person");
    }
    Position before = changed.position();
    Position after = before.becoming(wanted, sent.rights());
    Map<Long, Role> changes = Roles.change(roles, personId, wanted);
    changes.forEach(
        (id, role) -> {
          Membership member = members.get(id);
          member.becomes(id == personId ? after : member.position().becoming(role, null));
          em.flush(); // one by one: the index allows one main administrator at any moment
        });
    changes.forEach((id, role) -> audited("person.role-changed", customerId, id, role));
    if (!after.rights().equals(before.rights())) {
      changed.becomes(after);
      em.flush();
      audit.record(
          "person.rights-changed",
          "customer/" + customerId,
          Map.of("person", personId, "rights", FineRight.write(after.rights())));
    }
    return view(changed);
  }

  /**
   * Gives a person another mail address, with all customers of the vendor. What waits to be sent
   * goes there, and the address before is told.
   *
   * @throws org.kontor.domain.problem.Refused NOT_FOUND, MISSING_VALUE, INVALID_VALUE,
   *     ALREADY_EXISTS when somebody else has it
   */
  public PersonView readdress(long customerId, long personId, EmailChange sent) {
    Customer customer = visible(customerId, LockModeType.PESSIMISTIC_WRITE);
    Membership member = member(customerId, personId).orElseThrow(() -> NotFound.of("person"));
    String email = Check.email("email", sent.email());
    String before = member.person().email().toLowerCase(Locale.ROOT);
    if (before.equals(email)) {
      return view(member);
    }
    if (people.find(customer.vendorCode(), email).isPresent()) {
      throw Problem.of(
              ProblemCode.ALREADY_EXISTS,
              "email",
              "Another person of the vendor has this mail address",
              "Add that person to the customer instead, or use another address.")
          .asException();
    }
    member.person().isReachedBy(email);
    em.flush();
    // No address: the audit stays when the customer is gone
    audit.record("person.email-changed", "customer/" + customerId, Map.of("person", personId));
    LocalDate today = clock.today(zone(customer.vendorCode()));
    moved.forEach(
        room ->
            room.person(
                customer.vendorCode(),
                customerId,
                personId,
                member.person().language(),
                before,
                email,
                today));
    return view(member);
  }

  private ZoneId zone(String vendor) {
    return vendors
        .find(vendor, clock.today(ZoneOffset.UTC))
        .orElseThrow(() -> new IllegalStateException("a customer of no vendor: " + vendor))
        .zone();
  }

  /**
   * Ends a membership; the main administrator stays until there is another. Sessions of somebody
   * who belongs to no other customer end with it, and so does an invitation that was not followed.
   */
  public void remove(long customerId, long personId) {
    visible(customerId, LockModeType.PESSIMISTIC_WRITE);
    Membership leaving = member(customerId, personId).orElseThrow(() -> NotFound.of("person"));
    Roles.leave(leaving.role());
    em.remove(leaving);
    em.flush();
    sessions.leave(personId, customerId);
    audited("person.removed", customerId, personId, leaving.role());
  }

  private Optional<Membership> member(long customerId, long personId) {
    return people.of(customerId).stream().filter(m -> m.person().id() == personId).findFirst();
  }

  private Customer visible(long customerId, LockModeType lock) {
    Customer customer = em.find(Customer.class, customerId, lock);
    if (customer == null || !caller.sees(customer.vendorCode())) {
      throw NotFound.of("customer");
    }
    return customer;
  }

  private void audited(String action, long customerId, long personId, Role role) {
    audit.record(action, "customer/" + customerId, Map.of("person", personId, "role", role));
  }

  private static Role required(Role role) {
    if (role == null) {
      throw Check.missing("role");
    }
    return role;
  }

  private static PersonView view(Membership member) {
    return new PersonView(
        member.person().id(),
        member.person().name(),
        member.person().email(),
        member.person().language(),
        member.role(),
        member.position().rights());
  }
}
