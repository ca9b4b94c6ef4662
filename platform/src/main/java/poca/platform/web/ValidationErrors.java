package poca.platform.web;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import poca.platform.text.Link;
import poca.platform.text.OneLine;
import poca.platform.text.Prose;
import poca.platform.text.Texts;
import poca.platform.text.Visible;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.ValueInstantiationException;

/// Says what is wrong with an input in the contract's words (1.4), without repeating what was sent.
final class ValidationErrors {

  private ValidationErrors() {}

  static Refusal.FieldError unreadable(JacksonException cause) {
    if (cause instanceof StreamReadException && !(cause instanceof InputCoercionException)) {
      return new Refusal.FieldError(List.of("body"), "Invalid JSON", "json_invalid");
    }
    var loc = new ArrayList<Object>();
    loc.add("body");
    for (var step : cause.getPath()) {
      if (step.getPropertyName() != null) {
        loc.add(step.getPropertyName());
      } else if (step.getIndex() >= 0) {
        loc.add(step.getIndex());
      }
    }
    var type = typeOf(cause);
    return new Refusal.FieldError(List.copyOf(loc), message(type), type);
  }

  private static String typeOf(JacksonException cause) {
    Class<?> target =
        switch (cause) {
          case InputCoercionException wrong -> wrong.getTargetType();
          case ValueInstantiationException wrong -> wrong.getType().getRawClass();
          case InvalidFormatException wrong when wrong.getValue() instanceof String ->
              // a text that is none of these; as a text, one that is not storable
              wrong.getTargetType() == String.class ? null : wrong.getTargetType();
          case MismatchedInputException wrong -> wrong.getTargetType();
          default -> null;
        };
    return typeFor(target);
  }

  static String typeFor(@Nullable Class<?> target) {
    if (target == null) {
      return "value_error";
    }
    if (target.isEnum()) {
      return "enum";
    }
    if (target == UUID.class || target.getName().startsWith("poca.contracts.")) {
      return "uuid";
    }
    if (target == Integer.class
        || target == int.class
        || target == Long.class
        || target == long.class) {
      return "int_parsing";
    }
    if (target == BigDecimal.class) {
      return "decimal_parsing";
    }
    if (target == Boolean.class || target == boolean.class) {
      return "bool_parsing";
    }
    if (target == String.class) {
      return "string_type";
    }
    return "value_error";
  }

  static String message(String type) {
    return switch (type) {
      case "enum" -> "not one of the allowed values";
      case "uuid" -> "not a valid UUID";
      case "int_parsing" -> "not a valid integer";
      case "decimal_parsing" -> "not a valid decimal number";
      case "bool_parsing" -> "not a valid boolean";
      case "string_type" -> "not a string";
      case "missing" -> "Field required";
      default -> "not a valid value";
    };
  }

  static Refusal.FieldError violated(String part, ObjectError error) {
    if (error.contains(ConstraintViolation.class)) {
      return violated(part, error.unwrap(ConstraintViolation.class));
    }
    var loc = new ArrayList<Object>();
    loc.add(part);
    if (error instanceof FieldError field) {
      steps(field.getField(), loc);
    }
    return new Refusal.FieldError(loc, message("value_error"), "value_error");
  }

  static Refusal.FieldError violated(String part, ConstraintViolation<?> violation) {
    var loc = new ArrayList<Object>();
    loc.add(part);
    for (var node : violation.getPropertyPath()) {
      switch (node.getKind()) {
        case PROPERTY -> loc.add(snakeCase(node.getName()));
        default -> {}
      }
      if (node.getIndex() != null) {
        loc.add(node.getIndex());
      }
    }
    return new Refusal.FieldError(loc, violation.getMessage(), typeOf(violation));
  }

  static String typeOf(ConstraintViolation<?> violation) {
    var absent = violation.getInvalidValue() == null;
    return switch (violation.getConstraintDescriptor().getAnnotation()) {
      case NotNull _ -> "missing";
      case Visible _ -> absent ? "missing" : "string_too_short";
      case OneLine line -> lengthType(line.min(), line.max(), violation.getInvalidValue());
      case Prose prose -> lengthType(prose.min(), prose.max(), violation.getInvalidValue());
      case Link _ -> lengthType(0, Link.LONGEST, violation.getInvalidValue());
      case NotEmpty _ -> absent ? "missing" : "value_error";
      case Min _, DecimalMin _, PositiveOrZero _, Positive _ -> "greater_than_equal";
      case Max _, DecimalMax _ -> "less_than_equal";
      default -> "value_error";
    };
  }

  /// A text that is neither too short nor too long has something in it that it must not have.
  private static String lengthType(int min, int max, @Nullable Object value) {
    if (!(value instanceof String text)) {
      return "value_error";
    }
    var length = Texts.length(text);
    if (length < min || (min > 0 && Texts.isBlank(text))) {
      return "string_too_short";
    }
    return length > max ? "string_too_long" : "value_error";
  }

  private static void steps(String path, List<Object> loc) {
    for (var step : path.split("\\.")) {
      loc.add(snakeCase(step));
    }
  }

  static String snakeCase(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }
}
