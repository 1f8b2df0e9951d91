package org.kontor.web.rest.customer;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.crm.access.boundary.Scope;
import org.kontor.crm.customer.boundary.EmailChange;
import org.kontor.crm.customer.boundary.NewPerson;
import org.kontor.crm.customer.boundary.People;
import org.kontor.crm.customer.boundary.PersonView;
import org.kontor.crm.customer.boundary.RoleChange;
import org.kontor.crm.identity.boundary.MailedProofs;
import org.kontor.web.rest.Answers;
import org.kontor.web.rest.Body;
import org.kontor.web.rest.Scoped;

/** The people of a customer; always exactly one main administrator. */
@Path("customers/{customer}/people")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "customers")
public class PeopleResource {

  @Inject private People people;
  @Inject private MailedProofs proofs;

  @GET
  @Scoped(Scope.READ)
  @Operation(
      summary = "The people of a customer with their roles and rights",
      description =
          "Rights are what a person of the staff may do beyond its role: MONEY is the customer's"
              + " money as an administrator has it, and nothing else. Administrators have none of"
              + " their own.")
  public List<PersonView> list(@PathParam("customer") long customer) {
    return people.list(customer);
  }

  @POST
  @Scoped(Scope.CUSTOMERS_WRITE)
  @Operation(
      summary = "Add a person by mail address",
      description = "A person whom the vendor knows already keeps the name that is known.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples = @ExampleObject(name = "administrator", value = Examples.PERSON)))
  public Response add(@PathParam("customer") long customer, NewPerson sent, @Context UriInfo uri) {
    PersonView added = people.add(customer, Body.required(sent));
    return Answers.created(uri, added.id(), added);
  }

  @PUT
  @Path("{person}")
  @Scoped(Scope.CUSTOMERS_WRITE)
  @Operation(
      summary = "Change a person's role and rights",
      description =
          "A new MAIN_ADMINISTRATOR makes the one before an ADMINISTRATOR. Rights that are left out"
              + " stay as they are while the person is STAFF. INVALID_VALUE for rights of an"
              + " administrator, whose role includes them.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples = @ExampleObject(name = "accountant", value = Examples.ACCOUNTANT)))
  public PersonView change(
      @PathParam("customer") long customer, @PathParam("person") long person, RoleChange sent) {
    return people.change(customer, person, Body.required(sent));
  }

  @PUT
  @Path("{person}/email")
  @Scoped(Scope.CUSTOMERS_WRITE)
  @Operation(
      summary = "Change a person's mail address",
      description =
          "With all customers of the vendor to whom the person belongs. Mail that waits goes there,"
              + " copies of earlier mail too; the address before is told. ALREADY_EXISTS when"
              + " somebody else has it.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples = @ExampleObject(name = "email", value = Examples.EMAIL)))
  public PersonView readdress(
      @PathParam("customer") long customer, @PathParam("person") long person, EmailChange sent) {
    return people.readdress(customer, person, Body.required(sent));
  }

  @DELETE
  @Path("{person}")
  @Scoped(Scope.CUSTOMERS_WRITE)
  @Operation(
      summary = "End a person's membership; the main administrator cannot leave",
      description =
          "Its sessions end with it, or go on for another customer to whom it belongs; an"
              + " invitation that was not followed works no more.")
  public void remove(@PathParam("customer") long customer, @PathParam("person") long person) {
    people.remove(customer, person);
  }

  @POST
  @Path("{person}/invitations")
  @Scoped(Scope.CUSTOMERS_WRITE)
  @Operation(
      summary = "Mail a person how to get into the client area",
      description =
          "The link in the mail works once, for 14 days. Only a simulated book answers with the"
              + " link itself.")
  public Invitation invite(@PathParam("customer") long customer, @PathParam("person") long person) {
    return new Invitation(proofs.invite(customer, person));
  }

  /**
   * @param link in a simulated book only
   */
  public record Invitation(String link) {}
}
