package org.kontor.web.rest.message;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.crm.access.boundary.Scope;
import org.kontor.crm.message.boundary.NoticeView;
import org.kontor.crm.message.boundary.Notices;
import org.kontor.web.rest.Scoped;

/** What a person is told inside the vendor's application. */
@RequestScoped
@Path("customers/{customer}/people/{person}/notices")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "messages")
public class NoticesResource {

  @Inject private Notices notices;

  @GET
  @Scoped(Scope.READ)
  @Operation(
      summary = "The notices for a person, in the person's language, the latest first",
      description =
          "Only what is meant for the person's role, still true, not expired and not put away.")
  public List<NoticeView> list(
      @PathParam("customer") long customer, @PathParam("person") long person) {
    return notices.of(customer, person);
  }

  @DELETE
  @Path("{notice}")
  @Scoped(Scope.CUSTOMERS_WRITE)
  @Operation(summary = "Put a notice away for this person; others still see it")
  public void dismiss(
      @PathParam("customer") long customer,
      @PathParam("person") long person,
      @PathParam("notice") long notice) {
    notices.dismiss(customer, person, notice);
  }
}
