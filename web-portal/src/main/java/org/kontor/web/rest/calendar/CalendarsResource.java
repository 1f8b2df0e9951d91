package org.kontor.web.rest.calendar;

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
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.crm.access.boundary.Scope;
import org.kontor.crm.calendar.boundary.CalendarAlarm;
import org.kontor.crm.calendar.boundary.CalendarView;
import org.kontor.crm.calendar.boundary.CalendarYears;
import org.kontor.crm.calendar.boundary.WorkingDayView;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.web.rest.Scoped;
import org.kontor.web.rest.SentText;

/** Legal working days of countries and regions, by year and version (STANDARDS D.10). */
@Path("calendars")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "calendars", description = "Legal working days by country and year")
public class CalendarsResource {

  private static final String YAML = "application/yaml";
  private static final String EXAMPLE =
      """
      country: RU
      year: 2027
      version: 2
      source: "Трудовой кодекс РФ, ст. 112; постановление Правительства РФ о переносе"
      days:
        - {date: "2027-01-01", kind: HOLIDAY, name: "Новогодние каникулы"}
        - {date: "2027-12-31", kind: MOVED_DAY_OFF, name: "Выходной перенесён с 02.01.2027"}
      """;

  @Inject private CalendarYears calendars;

  @GET
  @Scoped(Scope.READ)
  @Operation(summary = "Calendars, every version, without their days")
  public Page<CalendarView> list(
      @Parameter(description = "only this country or region") @QueryParam("country") String country,
      @QueryParam("after") String after,
      @QueryParam("limit") Integer limit) {
    return calendars.list(country, after, limit);
  }

  @POST
  @Scoped(Scope.ADMIN)
  @Consumes({YAML, "application/x-yaml", "text/yaml", MediaType.APPLICATION_JSON, "text/plain"})
  @Operation(
      summary = "Import the next version of a year's calendar",
      description =
          "Body: YAML or JSON with country (ES, or a region like ES-MD, which adds to its country),"
              + " year, version, source, provisional, days (date, kind, name) and suspended (from,"
              + " to, source). Kinds: HOLIDAY, MOVED_DAY_OFF, WORKING_WEEKEND_DAY, SHORT_DAY. A"
              + " refused calendar answers CALENDAR_INVALID with data.errors: line, column, path,"
              + " reason and mend of each.")
  @RequestBody(
      content =
          @Content(mediaType = YAML, examples = @ExampleObject(name = "decree", value = EXAMPLE)))
  public Response importYear(byte[] body, @Context UriInfo uri) {
    CalendarView stored =
        calendars.importYear(SentText.of(body, "Send the calendar as YAML or JSON."));
    return Response.created(
            uri.getAbsolutePathBuilder()
                .path(stored.country())
                .path(Integer.toString(stored.year()))
                .build())
        .entity(stored)
        .build();
  }

  @GET
  @Path("alarms")
  @Scoped(Scope.READ)
  @Operation(summary = "Calendars that sellers' countries will miss, or have only provisionally")
  public Page<CalendarAlarm> alarms() {
    return new Page<>(calendars.alarms(), null);
  }

  @GET
  @Path("{country}/{year: [0-9]{4}}")
  @Scoped(Scope.READ)
  @Operation(summary = "A year with its days; the newest version when none is named")
  public CalendarView get(
      @PathParam("country") String country,
      @PathParam("year") int year,
      @QueryParam("version") Integer version) {
    return calendars.get(country, year, version);
  }

  @GET
  @Path("{country}/working-day")
  @Scoped(Scope.READ)
  @Operation(
      summary = "The first working day on or after a day, or the n-th after it",
      description = "Says which days it skipped. A year without a calendar is refused.")
  public WorkingDayView workingDay(
      @PathParam("country") String country,
      @QueryParam("from") LocalDate from,
      @Parameter(description = "working days after from; none: the first on or after it")
          @QueryParam("plus")
          Integer plus) {
    return calendars.workingDay(country, from, plus);
  }
}
