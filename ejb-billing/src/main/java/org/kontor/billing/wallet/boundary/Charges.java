package org.kontor.billing.wallet.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.kontor.billing.ledger.boundary.Why;
import org.kontor.billing.ledger.control.AccountHolders;
import org.kontor.billing.wallet.control.ChargeRef;
import org.kontor.billing.wallet.control.ChargeRow;
import org.kontor.billing.wallet.control.ChargeStore;
import org.kontor.crm.access.boundary.Caller;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;

/** Shows charges and what each consists of (S3.23, S3.24). */
@Stateless
public class Charges {

  @Inject private ChargeStore store;
  @Inject private AccountHolders holders;
  @Inject private Caller caller;

  /** Of a customer, the latest first. */
  public Page<ChargeView> ofCustomer(Long customerId, String after, Integer limit) {
    int size = Page.limit(limit);
    List<ChargeRow> rows = store.page(holders.asked(customerId).id(), cursor(after), size + 1);
    return Page.of(rows.stream().map(ChargeView::of).toList(), size, ChargeView::id);
  }

  /** What a charge consists of, computed again (S3.24). */
  public Why why(String id) {
    ChargeRow row =
        ChargeRef.parse(id).flatMap(store::find).orElseThrow(() -> NotFound.of("charge"));
    caller.mustSee(row.vendorCode(), "charge");
    return Why.of(row.explanation(), row.amount().amount());
  }

  private static ChargeRef cursor(String after) {
    if (after == null || after.isEmpty()) {
      return null;
    }
    return ChargeRef.parse(after)
        .orElseThrow(
            () ->
                Problem.of(
                        ProblemCode.INVALID_VALUE,
                        "after",
                        "after is not a cursor of this list",
                        "Send the value of next of the page before, unchanged.")
                    .asException());
  }
}
