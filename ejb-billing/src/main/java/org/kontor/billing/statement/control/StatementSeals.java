package org.kontor.billing.statement.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.kontor.billing.document.control.PrintedStatement;
import org.kontor.billing.token.control.ClaimsSigner;
import org.kontor.billing.token.control.ClaimsSigner.Verified;
import org.kontor.domain.ledger.AccountStatement;
import org.kontor.domain.money.Money;

/** Signs the figures of a statement, and reads them back out of a seal. */
@ApplicationScoped
public class StatementSeals {

  /** No access token can be taken for a seal, and no seal for an access token. */
  public static final String TYPE = "kontor-statement+jws";

  private final ClaimsSigner signer;

  @Inject
  public StatementSeals(ClaimsSigner signer) {
    this.signer = signer;
  }

  /** For the container's proxy. */
  protected StatementSeals() {
    this(null);
  }

  /**
   * The seal of a statement.
   *
   * @param customer the reference under which the vendor knows it
   * @param madeAt whole second
   * @return empty where this Kontor has no secret for keys
   */
  public Optional<PrintedStatement.Seal> seal(
      String vendor, String customer, AccountStatement statement, Instant madeAt) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("vendor", vendor);
    claims.put("customer", customer);
    claims.put("from", statement.period().from().toString());
    claims.put("to", statement.period().to().toString());
    claims.put("currency", statement.opening().currency().getCurrencyCode());
    claims.put("opening", plain(statement.opening()));
    claims.put("in", plain(statement.in()));
    claims.put("out", plain(statement.out()));
    claims.put("closing", plain(statement.closing()));
    claims.put("movements", statement.rows().size());
    claims.put("figures", statement.digest());
    claims.put("iat", madeAt.getEpochSecond());
    return signer
        .sign(TYPE, claims, madeAt)
        .map(signed -> new PrintedStatement.Seal(signed.kid(), signed.text()));
  }

  /** What a seal proves; empty when no key of this system has signed it. */
  public Optional<Verified> verify(String sent) {
    return signer.verify(TYPE, sent);
  }

  private static String plain(Money money) {
    return money.amount().toPlainString();
  }
}
