package org.kontor.web.rest.crmaccount;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.crm.access.boundary.Scope;
import org.kontor.crm.crmaccount.boundary.CrmAccountData;
import org.kontor.crm.crmaccount.boundary.CrmAccountPage;
import org.kontor.crm.crmaccount.boundary.CrmAccounts;
import org.kontor.crm.crmaccount.boundary.CrmAccountsData;
import org.kontor.domain.customer.CrmAccount;
import org.kontor.web.rest.Body;
import org.kontor.web.rest.Scoped;

/** Organisations that a customer's CRM module tells us of. */
@Path("customers/{customer}/crm-accounts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "crm-accounts", description = "Organisations with a file in the CRM module")
public class CrmAccountsResource {

  @Inject private CrmAccounts accounts;

  @GET
  @Scoped(Scope.READ)
  @Operation(summary = "Organisations of a customer, and how many count against limits")
  public CrmAccountPage list(
      @PathParam("customer") long customer,
      @QueryParam("after") String after,
      @QueryParam("limit") Integer limit) {
    return accounts.list(customer, after, limit);
  }

  @PUT
  @Path("{externalId}")
  @Scoped(Scope.CUSTOMERS_WRITE)
  @Operation(
      summary = "Store one organisation, new or known",
      description =
          "Several roles are several kinds of one CRM account; only with a file it counts.")
  public CrmAccount put(
      @PathParam("customer") long customer,
      @PathParam("externalId") String externalId,
      CrmAccountData sent) {
    return accounts.put(customer, externalId, Body.required(sent));
  }

  @POST
  @Path("bulk")
  @Scoped(Scope.CUSTOMERS_WRITE)
  @Operation(summary = "Store up to 1000 organisations, all or none")
  public Counted putAll(@PathParam("customer") long customer, CrmAccountsData sent) {
    return new Counted(accounts.putAll(customer, Body.required(sent)));
  }

  @DELETE
  @Path("{externalId}")
  @Scoped(Scope.CUSTOMERS_WRITE)
  @Operation(summary = "Forget one organisation")
  public void remove(
      @PathParam("customer") long customer, @PathParam("externalId") String externalId) {
    accounts.remove(customer, externalId);
  }

  /**
   * @param counted organisations with a file
   */
  public record Counted(long counted) {}
}
