package org.kontor.web.rest;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;

/**
 * What is wrong with a JSON body, in words: which field by its path, which line, what was expected.
 * Names of our classes never reach the caller.
 */
final class JsonFault {

  private static final Map<Class<?>, String> EXPECTED =
      Map.ofEntries(
          Map.entry(LocalDate.class, "a date like \"2026-03-01\""),
          Map.entry(YearMonth.class, "a month like \"2026-03\""),
          Map.entry(Instant.class, "a moment like \"2026-03-01T00:00:00Z\""),
          Map.entry(BigDecimal.class, "a decimal like \"99.67\""),
          Map.entry(String.class, "a string"),
          Map.entry(boolean.class, "true or false"),
          Map.entry(Boolean.class, "true or false"),
          Map.entry(int.class, "a whole number"),
          Map.entry(Integer.class, "a whole number"),
          Map.entry(long.class, "a whole number"),
          Map.entry(Long.class, "a whole number"));

  private JsonFault() {}

  static Problem of(JsonProcessingException fault) {
    if (fault instanceof UnrecognizedPropertyException unknown) {
      return at(
          ProblemCode.UNKNOWN_FIELD,
          unknown,
          "There is no such field here",
          "Leave it out, or check its spelling.");
    }
    if (fault instanceof ValueInstantiationException refused) {
      return at(
          ProblemCode.INVALID_VALUE,
          refused,
          "The value is out of its bounds",
          "Check the value against the API description.");
    }
    if (fault instanceof InvalidFormatException bad && bad.getTargetType() == String.class) {
      return at(
          ProblemCode.INVALID_VALUE,
          bad,
          "The text holds half a character (a surrogate without its pair)",
          "Send whole characters of Unicode.");
    }
    if (fault instanceof MismatchedInputException mismatch) {
      return mismatch(mismatch);
    }
    if (fault instanceof JsonMappingException mapping
        && mapping.getCause() instanceof InputCoercionException) {
      return at(
          ProblemCode.INVALID_VALUE,
          mapping,
          "The number is beyond all bounds",
          "Send a whole number of at most 18 digits.");
    }
    if (fault instanceof JsonMappingException mapping
        && !mapping.getPath().isEmpty()
        && !(mapping.getCause() instanceof JsonParseException)) {
      return at(
          ProblemCode.INVALID_VALUE,
          mapping,
          "The value cannot be read",
          "Check the value against the API description.");
    }
    return new Problem(
        ProblemCode.MALFORMED_BODY,
        "",
        "The body is not JSON" + where(fault),
        "Send well-formed JSON in UTF-8, each field once.",
        Map.of());
  }

  private static Problem mismatch(MismatchedInputException fault) {
    if (fault.getPath().isEmpty() && fault.getLocation() != null && atStart(fault.getLocation())) {
      return Problem.of(
          ProblemCode.MALFORMED_BODY,
          "",
          "The body is missing or is not a JSON object",
          "Send a JSON object.");
    }
    boolean missing =
        !(fault instanceof InvalidFormatException)
            && fault.getOriginalMessage() != null
            && fault.getOriginalMessage().startsWith("Cannot map `null`");
    return at(
        missing ? ProblemCode.MISSING_VALUE : ProblemCode.INVALID_VALUE,
        fault,
        missing ? "The value is missing" : "The value cannot be read",
        "Send " + expected(fault.getTargetType()) + ".");
  }

  private static boolean atStart(JsonLocation location) {
    return location.getLineNr() <= 1 && location.getColumnNr() <= 1;
  }

  private static String expected(Class<?> type) {
    if (type == null) {
      return "a value as the API description says";
    }
    if (type.isEnum()) {
      return "one of "
          + Arrays.stream(type.getEnumConstants())
              .map(constant -> ((Enum<?>) constant).name())
              .collect(Collectors.joining(", "));
    }
    if (type.isArray() || Collection.class.isAssignableFrom(type)) {
      return "an array";
    }
    return EXPECTED.getOrDefault(type, type.isPrimitive() ? "a number" : "an object");
  }

  private static Problem at(
      ProblemCode code, JsonMappingException fault, String detail, String mend) {
    return new Problem(code, path(fault), detail + where(fault), mend, Map.of());
  }

  /** The place in the body, for example {@code facts[3].quantity}. */
  private static String path(JsonMappingException fault) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : fault.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.length() == 0 ? "" : ".").append(shortened(step.getFieldName()));
      }
    }
    return path.toString();
  }

  private static String shortened(String name) {
    return name.length() <= 60 ? name : name.substring(0, 60) + "…";
  }

  private static String where(JsonProcessingException fault) {
    JsonLocation at = fault.getLocation();
    return at == null || at.getLineNr() < 1
        ? ""
        : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
  }
}
