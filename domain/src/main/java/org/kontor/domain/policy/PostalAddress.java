package org.kontor.domain.policy;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kontor.domain.customer.Check;
import org.kontor.domain.policy.Seller.Address;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;

/**
 * Checks of a customer's address (BG-8). The country decides what more is needed: Romania's
 * e-invoice wants street, city and county, and in Bucharest the sector as city (CIUS-RO BR-RO-091,
 * 092, 100, 101, 110, 111).
 */
public final class PostalAddress {

  private static final String ROMANIA = "RO";
  private static final String BUCHAREST = "B";
  private static final Pattern SECTOR = Pattern.compile("SECTOR[1-6]");
  private static final Set<String> COUNTIES =
      Set.of(
          "AB", "AG", "AR", "B", "BC", "BH", "BN", "BR", "BT", "BV", "BZ", "CJ", "CL", "CS", "CT",
          "CV", "DB", "DJ", "GJ", "GL", "GR", "HD", "HR", "IF", "IL", "IS", "MH", "MM", "MS", "NT",
          "OT", "PH", "SB", "SJ", "SM", "SV", "TL", "TM", "TR", "VL", "VN", "VS");

  private PostalAddress() {}

  /**
   * The address as it shall be stored.
   *
   * @param field JSON path of the address
   */
  public static Address checked(String field, Address address) {
    if (address == null) {
      throw Check.missing(field);
    }
    String country = Check.country(field + ".country", address.country());
    Address clean =
        new Address(
            Check.optional(field + ".line", address.line(), 150),
            Check.optional(field + ".city", address.city(), 50),
            Check.optional(field + ".postCode", address.postCode(), 20),
            withoutCountry(
                Check.optional(field + ".subdivision", address.subdivision(), 10), country),
            country);
    if (country.equals(ROMANIA)) {
      checkRomania(field, clean);
    }
    return clean;
  }

  /**
   * The same of somebody who opens an account by itself (S5.5): where the country wants more than
   * itself, all of that may come later.
   */
  public static Address checkedOrLater(String field, Address address) {
    if (address != null && isBlank(address)) {
      String country = Check.country(field + ".country", address.country());
      String postCode = Check.optional(field + ".postCode", address.postCode(), 20);
      return new Address("", "", postCode, "", country);
    }
    return checked(field, address);
  }

  private static boolean isBlank(Address address) {
    return Stream.of(address.line(), address.city(), address.subdivision())
        .allMatch(part -> part == null || part.isBlank());
  }

  /** Whether documents can go to this address. */
  public static boolean suffices(Address stored) {
    return !stored.country().equals(ROMANIA) || !isBlank(stored);
  }

  /**
   * Refuses with CONDITIONS_NOT_MET what would be billed to an address that is not known yet.
   *
   * @param stored of the buyer
   */
  public static void mustSuffice(Address stored) {
    if (!suffices(stored)) {
      throw Problem.of(
              ProblemCode.CONDITIONS_NOT_MET,
              "address",
              "Documents need the customer's street, city and county",
              "Complete the customer's address first.")
          .asException();
    }
  }

  /** ISO 3166-2 is written with the country or without; it is stored without. */
  private static String withoutCountry(String subdivision, String country) {
    String prefix = country + "-";
    return subdivision.startsWith(prefix) ? subdivision.substring(prefix.length()) : subdivision;
  }

  private static void checkRomania(String field, Address address) {
    if (address.line().isEmpty()) {
      throw Check.missing(field + ".line");
    }
    if (address.city().isEmpty()) {
      throw Check.missing(field + ".city");
    }
    if (address.subdivision().isEmpty()) {
      throw Check.missing(field + ".subdivision");
    }
    if (!COUNTIES.contains(address.subdivision())) {
      throw Check.invalid(
          field + ".subdivision",
          "This is no county of Romania",
          "Send the county's code of ISO 3166-2, for example CJ, or B for Bucharest.");
    }
    if (address.subdivision().equals(BUCHAREST) && !SECTOR.matcher(address.city()).matches()) {
      throw Check.invalid(
          field + ".city",
          "In Bucharest the city is the sector",
          "Send SECTOR1 to SECTOR6 as city.");
    }
  }
}
