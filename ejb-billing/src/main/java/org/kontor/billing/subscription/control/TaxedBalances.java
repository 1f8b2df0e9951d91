package org.kontor.billing.subscription.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.customer.BuyerMoves;
import org.kontor.domain.invoice.VatTreatment;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.Seller;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.time.BusinessClock;

/**
 * Charges on the balance have the seller's VAT in them, so that a buyer who owes none cannot begin
 * on such a plan (Activations), nor become one while he has it (STANDARDS D.5).
 */
@ApplicationScoped
public class TaxedBalances implements BuyerMoves {

  @Inject private PolicyBook policies;
  @Inject private BusinessClock clock;
  @Inject private Sql sql;

  @Override
  public void check(long customerId, String vendorCode, TaxPlace from, TaxPlace to) {
    PolicyPack pack = policies.inForce(vendorCode, clock.today(policies.vendor(vendorCode).zone()));
    if (!taxed(pack.seller(), from) || taxed(pack.seller(), to)) {
      return;
    }
    charged(customerId)
        .ifPresent(
            plan -> {
              throw Problem.of(
                      ProblemCode.CONDITIONS_NOT_MET,
                      from.country().equals(to.country()) ? "vatId" : "address.country",
                      "The customer has the plan "
                          + plan
                          + ", whose prices contain VAT, and as this buyer would owe none",
                      "End that subscription first; a plan that is invoiced by the month suits"
                          + " such a buyer.")
                  .asException();
            });
  }

  private static boolean taxed(Seller seller, TaxPlace place) {
    String language = seller.languages().get(0);
    return VatTreatment.of(seller, place.country(), place.vatId(), language)
        .category()
        .equals(seller.vat().category());
  }

  private Optional<String> charged(long customerId) {
    return sql.one(
        row -> row.getString(1),
        "select plan_code from subscription where customer_id = ? and timing <> 'MONTHLY_ADVANCE'"
            + " and state in ('ACTIVE', 'STOPPED') order by id",
        customerId);
  }
}
