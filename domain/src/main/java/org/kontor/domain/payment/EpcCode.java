package org.kontor.domain.payment;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kontor.domain.money.Money;

/**
 * The text inside the QR code that banking applications read as a SEPA transfer (EPC069-12, version
 * 002): euro only, to an IBAN.
 */
public final class EpcCode {

  private static final Pattern IBAN = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}");
  private static final Pattern BIC = Pattern.compile("[A-Z0-9]{8}([A-Z0-9]{3})?");
  private static final BigDecimal MOST = new BigDecimal("999999999.99");
  private static final int LONGEST_NAME = 70;
  private static final int LONGEST_TEXT = 140;
  private static final int MOST_BYTES = 331;

  private EpcCode() {}

  /**
   * @param iban without spaces
   * @param bic may be empty
   * @param text what the transfer bears; of a longer one the code would lose the end, so there is
   *     none
   * @return empty where such a code cannot say it
   */
  public static Optional<String> of(
      Money amount, String holder, String iban, String bic, String text) {
    boolean sayable =
        amount.currency().getCurrencyCode().equals("EUR")
            && amount.isPositive()
            && amount.amount().compareTo(MOST) <= 0
            && IBAN.matcher(iban).matches()
            && holder.length() <= LONGEST_NAME
            && text.length() <= LONGEST_TEXT
            && isOneLine(holder)
            && isOneLine(text);
    if (!sayable) {
      return Optional.empty();
    }
    String code =
        String.join(
            "\n",
            "BCD",
            "002",
            "1",
            "SCT",
            BIC.matcher(bic).matches() ? bic : "",
            holder,
            iban,
            "EUR" + amount.amount().toPlainString(),
            "",
            "",
            text);
    return Optional.of(code)
        .filter(whole -> whole.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES);
  }

  private static boolean isOneLine(String text) {
    return text.chars().noneMatch(Character::isISOControl);
  }
}
