package poca.platform.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Turns our times and typed ids into what the driver of PostgreSQL takes, and back: it knows
/// `timestamptz` as an `OffsetDateTime` only.
public final class Sql {

  private Sql() {}

  /// As a parameter.
  public static OffsetDateTime time(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }

  /// As a parameter that may be null.
  public static @Nullable OffsetDateTime timeOrNull(@Nullable Instant time) {
    return time == null ? null : time(time);
  }

  /// Of a column that is never null.
  public static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  public static @Nullable Instant timeOrNull(ResultSet row, String column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  /// Of a column that is never null.
  public static <T> T id(ResultSet row, String column, Function<UUID, T> type) throws SQLException {
    return type.apply(row.getObject(column, UUID.class));
  }

  public static <T> @Nullable T idOrNull(ResultSet row, String column, Function<UUID, T> type)
      throws SQLException {
    var id = row.getObject(column, UUID.class);
    return id == null ? null : type.apply(id);
  }

  /// As a parameter for `cast(:ids as uuid[])`, or an array of numbers or truth values.
  public static String array(Collection<?> elements) {
    return elements.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
  }
}
