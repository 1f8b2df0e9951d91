package org.kontor.web.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.function.Function;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;

/** Dates, months and instants in addresses, as ISO 8601; anything else is refused by name. */
@Provider
@ApplicationScoped
public class Parameters implements ParamConverterProvider {

  private static final Map<Class<?>, Function<String, ?>> READERS =
      Map.of(
          LocalDate.class, LocalDate::parse,
          YearMonth.class, YearMonth::parse,
          Instant.class, Instant::parse);

  private static final Map<Class<?>, String> EXAMPLES =
      Map.of(
          LocalDate.class, "2026-03-01",
          YearMonth.class, "2026-03",
          Instant.class, "2026-03-01T00:00:00Z");

  @Override
  public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] notes) {
    Function<String, ?> reader = READERS.get(type);
    return reader == null ? null : new Iso<>(type, reader);
  }

  private record Iso<T>(Class<T> type, Function<String, ?> reader) implements ParamConverter<T> {

    @Override
    public T fromString(String value) {
      if (value == null || value.isEmpty()) {
        return null;
      }
      try {
        return type.cast(reader.apply(value));
      } catch (DateTimeException e) {
        throw Problem.of(
                ProblemCode.INVALID_VALUE,
                "",
                "A date or time in the address cannot be read",
                "Write it like " + EXAMPLES.get(type) + ".")
            .asException();
      }
    }

    @Override
    public String toString(T value) {
      return String.valueOf(value);
    }
  }
}
