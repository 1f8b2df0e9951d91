package org.kontor.web.rest.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.crm.access.boundary.Scope;
import org.kontor.crm.customer.boundary.CustomerChange;
import org.kontor.crm.customer.boundary.CustomerImport;
import org.kontor.crm.customer.boundary.CustomerView;
import org.kontor.crm.customer.boundary.Customers;
import org.kontor.crm.customer.boundary.ImportResult;
import org.kontor.crm.customer.boundary.NewCustomer;
import org.kontor.crm.customer.boundary.NewCustomers;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.web.rest.Answers;
import org.kontor.web.rest.Body;
import org.kontor.web.rest.Scoped;

/** Customers of vendors. */
@Path("customers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "customers", description = "Customers and their people")
public class CustomersResource {

  @Inject private Customers customers;
  @Inject private CustomerImport imports;

  @POST
  @Scoped(Scope.CUSTOMERS_WRITE)
  @Operation(
      summary = "Open a customer",
      description = "Vendor and reference are the natural key: the same twice is ALREADY_EXISTS.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples = @ExampleObject(name = "romanian", value = Examples.CUSTOMER)))
  public Response create(NewCustomer sent, @Context UriInfo uri) {
    CustomerView created = customers.create(Body.required(sent));
    return Answers.created(uri, created.id(), created, created.version());
  }

  @POST
  @Path("bulk")
  @Scoped(Scope.CUSTOMERS_WRITE)
  @Operation(
      summary = "Open up to 1000 customers",
      description =
          "Each is opened, found or refused by itself; repeating the call changes nothing.")
  public ImportResult createMany(NewCustomers sent) {
    return imports.open(Body.required(sent));
  }

  @GET
  @Scoped(Scope.READ)
  @Operation(
      summary = "Customers in the order of their ids, by vendor, reference or part of a name")
  public Page<CustomerView> list(
      @QueryParam("vendor") String vendor,
      @QueryParam("reference") String reference,
      @QueryParam("q") String text,
      @QueryParam("after") String after,
      @QueryParam("limit") Integer limit) {
    return customers.list(vendor, reference, text, after, limit);
  }

  @GET
  @Path("{id}")
  @Scoped(Scope.READ)
  @Operation(summary = "One customer; its version is the ETag")
  public Response get(@PathParam("id") long id) {
    CustomerView found = customers.view(id);
    return Answers.versioned(found, found.version());
  }

  @PUT
  @Path("{id}")
  @Scoped(Scope.CUSTOMERS_WRITE)
  @Operation(
      summary = "Replace a customer's master data",
      description = "With If-Match a change by somebody else in between is refused.")
  public Response update(
      @PathParam("id") long id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      CustomerChange sent) {
    CustomerView changed =
        customers.update(id, Body.required(sent), Answers.expectedVersion(ifMatch));
    return Answers.versioned(changed, changed.version());
  }
}
