package org.kontor.web.rest.payment;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.billing.payment.boundary.NewPayment;
import org.kontor.billing.payment.boundary.PaymentView;
import org.kontor.billing.payment.boundary.Payments;
import org.kontor.billing.payment.boundary.Recorded;
import org.kontor.crm.access.boundary.Scope;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.web.rest.Answers;
import org.kontor.web.rest.Body;
import org.kontor.web.rest.Scoped;

/** Payments and top-ups (S2.3, S5.4, S5.15, S5.21). */
@RequestScoped
@Path("payments")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "payments")
public class PaymentsResource {

  @Inject private Payments payments;

  @POST
  @Scoped(Scope.PAYMENTS_WRITE)
  @Operation(
      summary = "Record a payment or top-up",
      description =
          "Booked once per vendor, method and externalKey: the same again answers 200 with what was"
              + " recorded first.")
  public Response record(NewPayment payment, @Context UriInfo place) {
    Recorded recorded = payments.record(Body.required(payment));
    return recorded.first()
        ? Answers.created(place, recorded.payment().id(), recorded.payment())
        : Response.ok(recorded.payment()).build();
  }

  @GET
  @Scoped(Scope.READ)
  @Operation(summary = "Payment history of a customer (S5.4)")
  public Page<PaymentView> ofCustomer(
      @QueryParam("customer") Long customer,
      @QueryParam("after") String after,
      @QueryParam("limit") Integer limit) {
    return payments.ofCustomer(customer, after, limit);
  }

  @GET
  @Path("{id}")
  @Scoped(Scope.READ)
  @Operation(summary = "One payment, with what it paid and why it is worth its amount")
  public PaymentView get(@PathParam("id") long id) {
    return payments.get(id);
  }
}
