package org.kontor.crm.customer.boundary;

import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.crm.access.boundary.Caller;
import org.kontor.crm.customer.boundary.ImportResult.Item;
import org.kontor.crm.customer.control.CheckedCustomer;
import org.kontor.crm.customer.control.CustomerSet;
import org.kontor.crm.customer.control.CustomerSet.Wanted;
import org.kontor.domain.customer.Check;
import org.kontor.domain.customer.CustomerOpened;
import org.kontor.domain.customer.CustomerOpened.Opened;
import org.kontor.domain.customer.VendorDirectory;
import org.kontor.domain.customer.VendorDirectory.Vendor;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;
import org.kontor.domain.time.BusinessClock;

/**
 * Opens many customers in one call: with the same checks as one by one, but written set by set. A
 * bad one is refused with its reason, the others are opened; what exists is left as it is, so that
 * a call may be repeated.
 */
@Stateless
public class CustomerImport {

  /** Customers in one call. */
  public static final int MOST = 1000;

  @Inject private CustomerSet set;
  @Inject private BusinessClock clock;
  @Inject private Caller caller;
  @Inject private VendorDirectory vendors;
  @Inject private Instance<CustomerOpened> rooms;

  public ImportResult open(NewCustomers sent) {
    List<NewCustomer> all = sent.customers();
    if (all.isEmpty() || all.size() > MOST) {
      throw Problem.of(
              ProblemCode.INVALID_VALUE,
              "customers",
              "There are " + all.size() + " customers in this call",
              "Send 1 to " + MOST + " in one call.")
          .asException();
    }
    Map<String, Optional<Vendor>> known = new HashMap<>();
    Item[] results = new Item[all.size()];
    List<Wanted> wanted = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      try {
        Vendor vendor = vendor(all.get(i).vendor(), known);
        wanted.add(new Wanted(i, vendor, CheckedCustomer.of(all.get(i), vendor)));
      } catch (Refused refused) {
        results[i] = refusal(i, refused.problem());
      }
    }
    List<Opened> opened = new ArrayList<>();
    set.write(wanted)
        .forEach(
            (one, row) -> {
              results[one.index()] = outcome(one.index(), row);
              if (row.isNew()) {
                opened.add(new Opened(row.id(), one.vendor().code(), one.checked().currency()));
              }
            });
    if (!opened.isEmpty()) {
      rooms.forEach(room -> room.openedAll(opened));
    }
    return summary(List.of(results));
  }

  private Vendor vendor(String sent, Map<String, Optional<Vendor>> known) {
    String code = Check.text("vendor", sent, 1, 50);
    return known
        .computeIfAbsent(
            code,
            c -> caller.sees(c) ? vendors.find(c, clock.today(ZoneOffset.UTC)) : Optional.empty())
        .orElseThrow(() -> Check.unknownVendor("vendor"));
  }

  private static Item outcome(int index, CustomerSet.Row row) {
    String word = row.isNew() ? "CREATED" : "EXISTS";
    return new Item(index, word, row.id(), null, null, null, null);
  }

  private static Item refusal(int index, Problem why) {
    return new Item(
        index,
        "REFUSED",
        null,
        why.code().name(),
        "customers[" + index + "]." + why.field(),
        why.detail(),
        why.mend());
  }

  private static ImportResult summary(List<Item> results) {
    return new ImportResult(
        count(results, "CREATED"), count(results, "EXISTS"), count(results, "REFUSED"), results);
  }

  private static int count(List<Item> results, String outcome) {
    return Math.toIntExact(results.stream().filter(item -> item.outcome().equals(outcome)).count());
  }
}
