package org.kontor.crm.customer.boundary;

import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.kontor.crm.access.boundary.Caller;
import org.kontor.crm.customer.control.CheckedCustomer;
import org.kontor.crm.customer.control.CustomerRows;
import org.kontor.crm.customer.control.PersonStore;
import org.kontor.crm.customer.entity.Customer;
import org.kontor.crm.platform.boundary.Audit;
import org.kontor.crm.platform.boundary.Ids;
import org.kontor.crm.platform.boundary.NaturalLocks;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.crm.platform.boundary.Outbox;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.domain.customer.AddressMoved;
import org.kontor.domain.customer.BuyerMoves;
import org.kontor.domain.customer.BuyerMoves.TaxPlace;
import org.kontor.domain.customer.Check;
import org.kontor.domain.customer.CustomerOpened;
import org.kontor.domain.customer.DocumentAddresses;
import org.kontor.domain.customer.Role;
import org.kontor.domain.customer.VendorDirectory;
import org.kontor.domain.customer.VendorDirectory.Vendor;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.time.BusinessClock;

/** Opens, shows and changes customers. A customer of another vendor does not exist for a caller. */
@Stateless
public class Customers {

  @PersistenceContext(unitName = "crm")
  private EntityManager em;

  @Inject private CustomerRows rows;
  @Inject private PersonStore people;
  @Inject private Ids ids;
  @Inject private NaturalLocks locks;
  @Inject private BusinessClock clock;
  @Inject private Outbox outbox;
  @Inject private Caller caller;
  @Inject private Audit audit;
  @Inject private VendorDirectory vendors;
  @Inject private Instance<CustomerOpened> opened;
  @Inject private Instance<BuyerMoves> moves;
  @Inject private Instance<AddressMoved> moved;

  /** Opens a customer with its main administrator and all that other rooms keep for it. */
  public CustomerView create(NewCustomer sent) {
    Vendor vendor = vendor(sent.vendor());
    return create(vendor, CheckedCustomer.of(sent, vendor));
  }

  /** The same for a stranger who comes by itself, and may bring its address later (S5.5). */
  public CustomerView register(NewCustomer sent) {
    Vendor vendor = vendor(sent.vendor());
    return create(vendor, CheckedCustomer.ofStranger(sent, vendor));
  }

  private CustomerView create(Vendor vendor, CheckedCustomer checked) {
    // Whoever opens the same customer at the same moment waits here and is then told of it.
    locks.hold("customer", vendor.code(), checked.reference());
    refuseKnown(vendor.code(), checked.reference());
    Customer customer = stored(vendor, checked);
    people.join(
        customer.id(),
        people.known(vendor.code(), checked.mainAdministrator()),
        Role.MAIN_ADMINISTRATOR);
    em.flush();
    opened.forEach(room -> room.opened(customer.id(), vendor.code(), checked.currency()));
    tell("customer.created", customer.id(), vendor.code(), customer.createdOn());
    return view(customer.id());
  }

  /**
   * Refuses with NOT_FOUND what is not there or belongs to a vendor that the caller does not see.
   */
  public CustomerView view(long id) {
    return rows.find(id)
        .filter(found -> caller.sees(found.vendor()))
        .orElseThrow(() -> NotFound.of("customer"));
  }

  /** The customer as a buyer; for documents. */
  public CustomerView buyer(long id) {
    return view(id);
  }

  /**
   * @param vendor null for all that the caller sees
   * @param reference exact, null for any
   * @param text part of name, reference or e-mail
   */
  public Page<CustomerView> list(
      String vendor, String reference, String text, String after, Integer limit) {
    int size = Page.limit(limit);
    return Page.of(
        rows.page(caller.vendorFilter(vendor), reference, text, Page.afterId(after), size + 1),
        size,
        row -> Long.toString(row.id()));
  }

  /**
   * Replaces the master data. Documents that are issued keep theirs.
   *
   * <p>CONDITIONS_NOT_MET when the customer has something that such a buyer cannot have.
   *
   * @param expectedVersion refuses with CONCURRENT_CHANGE another one; null: whatever it is
   */
  public CustomerView update(long id, CustomerChange sent, Integer expectedVersion) {
    Customer customer = visible(id);
    CheckedCustomer checked = CheckedCustomer.of(sent);
    if (expectedVersion != null && expectedVersion != customer.version()) {
      throw Problem.of(
              ProblemCode.CONCURRENT_CHANGE,
              "If-Match",
              "The customer was changed since you read it",
              "Read it again and repeat the change.")
          .asException();
    }
    TaxPlace to = new TaxPlace(checked.address().country(), checked.vatId());
    if (!to.equals(customer.taxPlace())) {
      moves.forEach(room -> room.check(id, customer.vendorCode(), customer.taxPlace(), to));
    }
    DocumentAddresses before = customer.documentAddresses();
    describe(customer, checked);
    if (sent.deployment() != null) {
      customer.runsOn(sent.deployment());
    }
    em.flush();
    moved.forEach(room -> room.documents(id, before, customer.documentAddresses()));
    Vendor vendor = vendor(customer.vendorCode());
    tell("customer.changed", id, customer.vendorCode(), clock.today(vendor.zone()));
    CustomerView changed = view(id);
    audit.record("customer.changed", "customer/" + id, Map.of("version", changed.version()));
    return changed;
  }

  private Customer visible(long id) {
    Customer customer = em.find(Customer.class, id);
    if (customer == null || !caller.sees(customer.vendorCode())) {
      throw NotFound.of("customer");
    }
    return customer;
  }

  private Vendor vendor(String code) {
    String known = Check.text("vendor", code, 1, 50);
    if (!caller.sees(known)) {
      throw Check.unknownVendor("vendor");
    }
    return vendors
        .find(known, clock.today(ZoneOffset.UTC))
        .orElseThrow(() -> Check.unknownVendor("vendor"));
  }

  private void refuseKnown(String vendorCode, String reference) {
    rows.page(vendorCode, reference, null, 0, 1).stream()
        .findFirst()
        .ifPresent(
            known -> {
              throw new Problem(
                      ProblemCode.ALREADY_EXISTS,
                      "reference",
                      "The vendor has a customer with this reference",
                      "Use the customer that exists, or another reference.",
                      Map.of("id", known.id()))
                  .asException();
            });
  }

  private Customer stored(Vendor vendor, CheckedCustomer checked) {
    Customer customer =
        new Customer(
            ids.next(),
            vendor.code(),
            checked.reference(),
            checked.currency(),
            clock.today(vendor.zone()),
            clock.now());
    describe(customer, checked);
    em.persist(customer);
    return customer;
  }

  private static void describe(Customer customer, CheckedCustomer checked) {
    customer.isNamed(checked.name(), checked.registrationId(), checked.vatId());
    customer.livesAt(checked.address());
    customer.isReachedBy(checked.email(), checked.language());
    if (checked.furtherEmails() != null) {
      customer.alsoReadsAt(checked.furtherEmails());
    }
    if (checked.purchaseOrderReference() != null) {
      customer.ordersBy(checked.purchaseOrderReference());
    }
  }

  private void tell(String topic, long id, String vendorCode, LocalDate date) {
    outbox.add(topic, Long.toString(id), vendorCode, id, Map.of("customer", id), date);
  }
}
