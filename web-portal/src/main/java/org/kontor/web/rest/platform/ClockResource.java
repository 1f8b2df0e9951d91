package org.kontor.web.rest.platform;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.billing.run.boundary.Runs;
import org.kontor.billing.run.boundary.Runs.HeldRun;
import org.kontor.crm.access.boundary.Scope;
import org.kontor.crm.message.boundary.Sending;
import org.kontor.crm.platform.boundary.BookClock;
import org.kontor.crm.platform.boundary.SimulatedTime;
import org.kontor.domain.customer.Check;
import org.kontor.domain.run.DueWork;
import org.kontor.web.rest.Body;
import org.kontor.web.rest.Scoped;

/** The business clock, and how to move it in simulation. */
@Path("clock")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "clock", description = "Business time")
public class ClockResource {

  /** Far enough for any test, near enough not to run for days. */
  private static final int MOST_DAYS = 3660;

  @Inject private BookClock clock;
  @Inject private SimulatedTime time;
  @Inject private Instance<DueWork> dueWork;
  @Inject private Runs runs;
  @Inject private Sending post;

  @GET
  @Scoped(Scope.READ)
  @Operation(summary = "What time it is in this book")
  public ClockView now() {
    return new ClockView(clock.now(), clock.mode(), clock.bookFrom());
  }

  @POST
  @Path("advance")
  @Scoped(Scope.ADMIN)
  @Operation(
      summary = "Move the clock on, in simulation",
      description =
          "Does everything that falls due on the way, in order, and answers when it is done: money,"
              + " access, deletions, notices and mail. Only documents by mail are waited for no"
              + " longer than kontor.mail.simulation-seconds in all: mailWaiting says how many"
              + " mails are due and go out afterwards by themselves. Runs that a safety bound held"
              + " back wait for a person: held names them all.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              examples = {
                @ExampleObject(name = "moment", value = "{\"to\": \"2026-04-01T06:00:00Z\"}"),
                @ExampleObject(name = "days", value = "{\"days\": 31}")
              }))
  public Advanced advance(Advance sent) {
    Instant target = target(Body.required(sent));
    time.requireAhead(target);
    dueWork.forEach(work -> work.runAllDue(target));
    if (clock.now().isBefore(target)) {
      time.moveTo(target);
    }
    return new Advanced(clock.now(), clock.mode(), clock.bookFrom(), runs.held(), post.waiting());
  }

  private Instant target(Advance sent) {
    if (sent.to() == null == (sent.days() == null)) {
      throw Check.invalid(
          "to", "Either a moment or a number of days is needed", "Send to or days, not both.");
    }
    Instant now = clock.now();
    if (sent.days() != null && (sent.days() < 1 || sent.days() > MOST_DAYS)) {
      throw Check.invalid("days", "The number is out of bounds", "Send 1 to " + MOST_DAYS + ".");
    }
    Instant target = sent.to() == null ? now.plus(Duration.ofDays(sent.days())) : sent.to();
    if (target.isAfter(now.plus(Duration.ofDays(MOST_DAYS)))) {
      throw Check.invalid(
          "to", "That is too far ahead", "Go at most " + MOST_DAYS + " days in one call.");
    }
    return target;
  }

  /**
   * How far to move: one of both.
   *
   * @param days of 24 hours
   */
  public record Advance(Instant to, Integer days) {}

  /**
   * @param mode SYSTEM or SIMULATED
   * @param bookFrom first business date that can be booked
   * @param held runs that wait for approval; their accounts are not billed
   * @param mailWaiting mails that are due and not sent yet, counted up to 10000: documents that
   *     were not waited for, or everything while the mail server is away
   */
  public record Advanced(
      Instant now, String mode, LocalDate bookFrom, List<HeldRun> held, int mailWaiting) {}

  /**
   * @param mode SYSTEM or SIMULATED
   * @param bookFrom first business date that can be booked
   */
  public record ClockView(Instant now, String mode, LocalDate bookFrom) {}
}
