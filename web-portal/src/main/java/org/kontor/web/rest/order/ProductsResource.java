package org.kontor.web.rest.order;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.billing.order.boundary.Orders;
import org.kontor.billing.order.boundary.ProductView;
import org.kontor.crm.access.boundary.Scope;
import org.kontor.web.rest.Scoped;

/** What a customer bought. */
@Path("customers/{customer}/products")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "orders")
public class ProductsResource {

  @Inject private Orders orders;

  @GET
  @Scoped(Scope.READ)
  @Operation(summary = "Products of a customer: awaiting payment, active, expired, withdrawn")
  public List<ProductView> list(@PathParam("customer") long customer) {
    return orders.products(customer);
  }
}
