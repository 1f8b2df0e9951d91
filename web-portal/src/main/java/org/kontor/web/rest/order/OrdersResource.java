package org.kontor.web.rest.order;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.billing.invoice.boundary.InvoiceView;
import org.kontor.billing.order.boundary.OrderRequest;
import org.kontor.billing.order.boundary.Orders;
import org.kontor.crm.access.boundary.Scope;
import org.kontor.web.rest.Body;
import org.kontor.web.rest.Scoped;

/** Ordering products from a seller's price list. */
@Path("orders")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "orders", description = "Products sold by order")
public class OrdersResource {

  private static final String ORDER =
      "{\"customerId\": 1000, \"reference\": \"PO-17\","
          + " \"lines\": [{\"product\": \"licence\", \"quantity\": 1}]}";

  @Inject private Orders orders;

  @POST
  @Scoped(Scope.ORDERS_WRITE)
  @Operation(
      summary = "Order products; the answer is their invoice",
      description =
          "Prices come from the price list in force today. The products are active when the invoice"
              + " is paid, free ones at once. The same reference is ordered once.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples = @ExampleObject(name = "licence", value = ORDER)))
  public Response order(OrderRequest sent, @Context UriInfo uri) {
    InvoiceView invoice = orders.order(Body.required(sent));
    return Response.created(
            uri.getBaseUriBuilder().path("invoices").path(Long.toString(invoice.id())).build())
        .entity(invoice)
        .build();
  }
}
