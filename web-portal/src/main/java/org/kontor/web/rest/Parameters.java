package org.kontor.web.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;

/**
 * Dates in addresses as ISO 8601; numbers and words of a list in queries. What cannot be read is
 * refused by the parameter's name, not answered as if the address did not exist.
 */
@Provider
@ApplicationScoped
public class Parameters implements ParamConverterProvider {

  private static final Map<Class<?>, Reader> DATES =
      Map.of(
          LocalDate.class, new Reader(LocalDate::parse, "a date like 2026-03-01"),
          YearMonth.class, new Reader(YearMonth::parse, "a month like 2026-03"),
          Instant.class, new Reader(Instant::parse, "a moment like 2026-03-01T00:00:00Z"));

  private static final Map<Class<?>, Reader> NUMBERS =
      Map.of(
          Integer.class, new Reader(Integer::valueOf, "a whole number"),
          Long.class, new Reader(Long::valueOf, "a whole number"),
          BigDecimal.class, new Reader(Parameters::amount, "an amount like 114.50"));

  /**
   * Bounded, because a power of ten in three characters has a billion digits when it is rounded.
   */
  private static BigDecimal amount(String value) {
    if (!value.matches("\\d{1,12}(\\.\\d{1,6})?")) {
      throw new NumberFormatException(value);
    }
    return new BigDecimal(value);
  }

  @Override
  public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] notes) {
    String query = query(notes);
    Reader reader = DATES.get(type);
    if (reader == null && !query.isEmpty()) {
      reader = type.isEnum() ? words(type) : NUMBERS.get(type);
    }
    return reader == null ? null : new Named<>(type, query, reader);
  }

  /** The name in the query; empty elsewhere. The server asks without annotations for headers. */
  private static String query(Annotation[] notes) {
    return notes == null
        ? ""
        : Arrays.stream(notes)
            .filter(QueryParam.class::isInstance)
            .map(note -> ((QueryParam) note).value())
            .findFirst()
            .orElse("");
  }

  private static Reader words(Class<?> type) {
    Map<String, Object> words =
        Arrays.stream(type.getEnumConstants())
            .collect(Collectors.toMap(constant -> ((Enum<?>) constant).name(), c -> c));
    return new Reader(
        value -> {
          Object word = words.get(value);
          if (word == null) {
            throw new IllegalArgumentException(value);
          }
          return word;
        },
        "one of "
            + Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .collect(Collectors.joining(", ")));
  }

  private record Reader(Function<String, ?> read, String expected) {}

  private record Named<T>(Class<T> type, String name, Reader reader) implements ParamConverter<T> {

    @Override
    public T fromString(String value) {
      if (value == null || value.isEmpty()) {
        return null;
      }
      try {
        return type.cast(reader.read().apply(value));
      } catch (RuntimeException e) {
        throw Problem.of(
                ProblemCode.INVALID_VALUE,
                name,
                "A value in the address cannot be read",
                "Send " + reader.expected() + ".")
            .asException();
      }
    }

    @Override
    public String toString(T value) {
      return String.valueOf(value);
    }
  }
}
