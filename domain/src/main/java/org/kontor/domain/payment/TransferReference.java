package org.kontor.domain.payment;

import java.util.ArrayList;
import java.util.List;

/**
 * What a transfer for several documents bears. A bank carries {@value #LONGEST} characters (SEPA,
 * EPC069-12): where the numbers do not fit, the customer's own reference comes first, by which the
 * payment is matched, then as many numbers as fit and how many there are beside them.
 */
public final class TransferReference {

  public static final int LONGEST = 140;

  private static final String BETWEEN = ", ";

  private TransferReference() {}

  /**
   * @param customer the customer's own reference
   * @param documents what each document is to be paid with, the one due first first
   */
  public static String of(String customer, List<String> documents) {
    String all = String.join(BETWEEN, documents);
    if (all.length() <= LONGEST) {
      return all;
    }
    List<String> told = new ArrayList<>();
    String text = text(customer, told, documents.size());
    for (String document : documents) {
      told.add(document);
      String more = text(customer, told, documents.size() - told.size());
      if (more.length() > LONGEST) {
        return text;
      }
      text = more;
    }
    return text;
  }

  private static String text(String customer, List<String> told, int others) {
    List<String> parts = new ArrayList<>(told);
    parts.add(0, customer);
    return String.join(BETWEEN, parts) + (others > 0 ? " +" + others : "");
  }
}
