package poca.platform.web;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.module.SimpleModule;

/// The contract's JSON (1.9): times with exactly three decimals and `Z`, lenient reading of times
/// and dates, and [Change].
final class JsonRules extends SimpleModule {

  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter SHORT_OFFSET =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendOffset("+HHmm", "Z")
          .toFormatter(Locale.ROOT);
  private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");

  JsonRules() {
    super("poca");
    addSerializer(Instant.class, new Text<>(MILLIS::format));
    addSerializer(LocalTime.class, new Text<>(SECONDS::format));
    addDeserializer(Instant.class, new FromText<>(Instant.class, JsonRules::instant));
    addDeserializer(LocalDate.class, new FromText<>(LocalDate.class, JsonRules::date));
    addDeserializer(LocalTime.class, new FromText<>(LocalTime.class, LocalTime::parse));
    addDeserializer(String.class, new StorableText());
    addSerializer(BigDecimal.class, new Plain());
    addDeserializer(BigDecimal.class, new FromNumber<>(BigDecimal.class, Digits::decimal));
    addDeserializer(Integer.class, new FromNumber<>(Integer.class, Digits::wholeInt));
    addDeserializer(Long.class, new FromNumber<>(Long.class, Digits::whole));
    addDeserializer(Change.class, new ChangeReader(null));
  }

  /// An offset is converted, `+02`, `+0200` and `+02:00` alike; without one the time is taken as
  /// UTC. Cut to milliseconds.
  static Instant instant(String text) {
    var instant = anyOffset(text);
    requireFourDigits(instant.atOffset(ZoneOffset.UTC).getYear());
    return Instant.ofEpochMilli(instant.toEpochMilli());
  }

  private static Instant anyOffset(String text) {
    try {
      var parsed =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(
              text, OffsetDateTime::from, LocalDateTime::from);
      return parsed instanceof OffsetDateTime withOffset
          ? withOffset.toInstant()
          : ((LocalDateTime) parsed).toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException notWithColon) {
      return OffsetDateTime.parse(text, SHORT_OFFSET).toInstant();
    }
  }

  /// What we could not write as `YYYY-MM-DD` again.
  private static void requireFourDigits(int year) {
    if (year < 1 || year > 9999) {
      throw new DateTimeException("the year is none of four digits");
    }
  }

  /// A datetime is cut to its date.
  static LocalDate date(String text) {
    var time = text.indexOf('T');
    if (time >= 0) {
      instant(text);
    }
    var date = LocalDate.parse(time < 0 ? text : text.substring(0, time));
    requireFourDigits(date.getYear());
    return date;
  }

  private static final class Text<T> extends ValueSerializer<T> {
    private final Function<T, String> format;

    private Text(Function<T, String> format) {
      this.format = format;
    }

    @Override
    public void serialize(T value, JsonGenerator json, SerializationContext context) {
      json.writeString(format.apply(value));
    }
  }

  private static final class FromText<T> extends ValueDeserializer<T> {
    private final Class<T> type;
    private final Function<String, T> parse;

    private FromText(Class<T> type, Function<String, T> parse) {
      this.type = type;
      this.parse = parse;
    }

    @Override
    @SuppressWarnings("unchecked")
    public T deserialize(JsonParser json, DeserializationContext context) {
      if (json.currentToken() != JsonToken.VALUE_STRING) {
        return (T) context.handleUnexpectedToken(type, json);
      }
      try {
        return parse.apply(json.getString().strip());
      } catch (DateTimeException | ArithmeticException notATime) {
        return (T) context.handleWeirdStringValue(type, json.getString(), "not a valid value");
      }
    }
  }

  /// A decimal number without exponent, and without a fraction if it is whole.
  private static final class Plain extends ValueSerializer<BigDecimal> {
    @Override
    public void serialize(BigDecimal value, JsonGenerator json, SerializationContext context) {
      json.writeNumber(value.stripTrailingZeros().toPlainString());
    }
  }

  /// A number by its digits, so that there is one way to write it ([Digits]).
  private static final class FromNumber<T> extends ValueDeserializer<T> {
    private final Class<T> type;
    private final Function<String, T> parse;

    private FromNumber(Class<T> type, Function<String, T> parse) {
      this.type = type;
      this.parse = parse;
    }

    @Override
    @SuppressWarnings("unchecked")
    public T deserialize(JsonParser json, DeserializationContext context) {
      switch (json.currentToken()) {
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_STRING -> {
          var text = json.getString();
          try {
            return parse.apply(text);
          } catch (NumberFormatException notANumber) {
            return (T) context.handleWeirdStringValue(type, text, "not a valid number");
          }
        }
        default -> {
          return (T) context.handleUnexpectedToken(type, json);
        }
      }
    }
  }

  private static final class StorableText extends StringDeserializer {
    @Override
    public String deserialize(JsonParser json, DeserializationContext context) {
      var text = super.deserialize(json, context);
      return Storable.isText(text)
          ? text
          : (String) context.handleWeirdStringValue(String.class, text, "cannot be kept");
    }
  }

  private static final class ChangeReader extends ValueDeserializer<Change<?>> {
    private final @Nullable JavaType content;

    private ChangeReader(@Nullable JavaType content) {
      this.content = content;
    }

    @Override
    public ValueDeserializer<?> createContextual(
        DeserializationContext context, @Nullable BeanProperty property) {
      var type = context.getContextualType();
      return new ChangeReader(type == null ? null : type.containedTypeOrUnknown(0));
    }

    @Override
    public Change<?> deserialize(JsonParser json, DeserializationContext context) {
      var type = content == null ? context.constructType(Object.class) : content;
      return Change.to(context.readValue(json, type));
    }

    @Override
    public Object getNullValue(DeserializationContext context) {
      return Change.to(null);
    }

    @Override
    public Object getAbsentValue(DeserializationContext context) {
      return Change.unsent();
    }
  }
}
