package org.kontor.crm.customer.control;

import java.util.List;
import org.kontor.crm.customer.boundary.CustomerChange;
import org.kontor.crm.customer.boundary.NewCustomer;
import org.kontor.crm.customer.boundary.NewPerson;
import org.kontor.domain.customer.Check;
import org.kontor.domain.customer.DocumentAddresses;
import org.kontor.domain.customer.VatId;
import org.kontor.domain.customer.VendorDirectory.Vendor;
import org.kontor.domain.policy.PostalAddress;
import org.kontor.domain.policy.Seller.Address;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;

/**
 * A customer's master data as it may be stored: checked, normalised, defaults filled in.
 *
 * @param furtherEmails null: those that are stored stay
 * @param purchaseOrderReference null: the one that is stored stays
 */
public record CheckedCustomer(
    String reference,
    String name,
    String registrationId,
    String vatId,
    Address address,
    String email,
    String language,
    String currency,
    List<String> furtherEmails,
    String purchaseOrderReference,
    CheckedPerson mainAdministrator) {

  private static final int MAX_NAME = 200;
  private static final int MAX_NUMBER = 50;

  /** Refuses what is wrong, naming the field as the caller wrote it. */
  public static CheckedCustomer of(NewCustomer sent, Vendor vendor) {
    return of(sent, PostalAddress.checked("address", sent.address()), vendor);
  }

  /** The same of a stranger who opens its account by itself; the address may come later (S5.5). */
  public static CheckedCustomer ofStranger(NewCustomer sent, Vendor vendor) {
    return of(sent, PostalAddress.checkedOrLater("address", sent.address()), vendor);
  }

  private static CheckedCustomer of(NewCustomer sent, Address address, Vendor vendor) {
    String language =
        sent.language() == null
            ? vendor.languages().get(0)
            : Check.language("language", sent.language());
    return new CheckedCustomer(
        Check.text("reference", sent.reference(), 1, 100),
        Check.text("name", sent.name(), 1, MAX_NAME),
        Check.optional("registrationId", sent.registrationId(), MAX_NUMBER),
        VatId.checked("vatId", sent.vatId(), address.country(), MAX_NUMBER),
        address,
        optionalEmail(sent.email()),
        language,
        currency(sent.currency(), vendor),
        sent.furtherEmails() == null ? List.of() : further(sent.furtherEmails()),
        order(sent.purchaseOrderReference() == null ? "" : sent.purchaseOrderReference()),
        CheckedPerson.of("mainAdministrator", sent.mainAdministrator(), language));
  }

  /** The new master data; vendor, reference and currency stay what they are. */
  public static CheckedCustomer of(CustomerChange sent) {
    return new CheckedCustomer(
        null,
        Check.text("name", sent.name(), 1, MAX_NAME),
        Check.optional("registrationId", sent.registrationId(), MAX_NUMBER),
        vatId(sent.vatId(), sent.address()),
        PostalAddress.checked("address", sent.address()),
        optionalEmail(sent.email()),
        Check.language("language", sent.language()),
        null,
        sent.furtherEmails() == null ? null : further(sent.furtherEmails()),
        sent.purchaseOrderReference() == null ? null : order(sent.purchaseOrderReference()),
        null);
  }

  /** Checked after the address, whose country says what form it has. */
  private static String vatId(String vatId, Address sent) {
    return VatId.checked(
        "vatId", vatId, PostalAddress.checked("address", sent).country(), MAX_NUMBER);
  }

  /** Accounts are in the currency of the vendor's prices; payments may come in others (S3.28). */
  private static String currency(String sent, Vendor vendor) {
    if (sent != null && !Check.currency("currency", sent).equals(vendor.currency())) {
      throw Problem.of(
              ProblemCode.WRONG_CURRENCY,
              "currency",
              vendor.code() + " has its prices and accounts in " + vendor.currency(),
              "Send " + vendor.currency() + ", or leave currency out.")
          .asException();
    }
    return vendor.currency();
  }

  private static String optionalEmail(String email) {
    return email == null || email.isBlank() ? "" : Check.email("email", email);
  }

  private static List<String> further(List<String> sent) {
    return DocumentAddresses.checkedFurther("furtherEmails", sent);
  }

  private static String order(String sent) {
    return Check.optional("purchaseOrderReference", sent, MAX_NUMBER);
  }

  /** A person as it may be stored. */
  public record CheckedPerson(String name, String email, String language) {

    public static CheckedPerson of(String field, NewPerson sent, String defaultLanguage) {
      if (sent == null) {
        throw Check.missing(field);
      }
      String prefix = field.isEmpty() ? "" : field + ".";
      return new CheckedPerson(
          Check.text(prefix + "name", sent.name(), 1, MAX_NAME),
          Check.email(prefix + "email", sent.email()),
          sent.language() == null
              ? defaultLanguage
              : Check.language(prefix + "language", sent.language()));
    }
  }
}
