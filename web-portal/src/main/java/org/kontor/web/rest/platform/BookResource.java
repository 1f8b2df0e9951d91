package org.kontor.web.rest.platform;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.crm.access.boundary.Scope;
import org.kontor.crm.platform.boundary.BookClock;
import org.kontor.crm.platform.boundary.SimulatedTime;
import org.kontor.domain.customer.Check;
import org.kontor.web.rest.Body;
import org.kontor.web.rest.Scoped;
import org.kontor.web.rest.platform.ClockResource.ClockView;

/** The book as a whole. */
@Path("book")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "book", description = "The book as a whole")
public class BookResource {

  @Inject private BookClock clock;
  @Inject private SimulatedTime time;

  @POST
  @Path("empty")
  @Scoped(Scope.ADMIN)
  @Operation(
      summary = "Begin the book anew, in simulation",
      description = "Everything but API keys is gone, and the clock stands where it is told to.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples = @ExampleObject(name = "march", value = "{\"from\": \"2026-03-01\"}")))
  public ClockView empty(Beginning sent) {
    LocalDate from = Body.required(sent).from();
    if (from == null) {
      throw Check.missing("from");
    }
    if (from.getYear() < 2000 || from.getYear() > 2100) {
      throw Check.invalid("from", "The date is out of bounds", "Send a date of 2000 to 2100.");
    }
    Instant midnight = from.atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant at = sent.at() == null ? midnight : sent.at();
    if (at.isBefore(midnight)) {
      throw Check.invalid(
          "at", "The clock would stand before the book's first day", "Send a later moment.");
    }
    time.begin(from, at);
    return new ClockView(clock.now(), clock.mode(), clock.bookFrom());
  }

  /**
   * @param from first business date that can be booked
   * @param at where the clock stands; null: 00:00 UTC of that date
   */
  public record Beginning(LocalDate from, Instant at) {}
}
