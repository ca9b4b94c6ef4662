package poca.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import poca.contracts.ChatId;

class SqlTest {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00.001Z");
  private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");

  private final ResultSet row =
      row(Map.of("at", NOON.atOffset(ZoneOffset.ofHours(2)), "chat_id", ID));

  @Test
  void a_time_is_the_same_instant_whatever_offset_it_is_kept_in() throws SQLException {
    assertThat(Sql.time(row, "at")).isEqualTo(NOON);
    assertThat(Sql.timeOrNull(row, "at")).isEqualTo(NOON);
    assertThat(Sql.timeOrNull(row, "absent")).isNull();
    assertThat(Sql.time(NOON).toInstant()).isEqualTo(NOON);
    assertThat(Sql.timeOrNull(NOON)).isEqualTo(Sql.time(NOON));
    assertThat(Sql.timeOrNull(null)).isNull();
  }

  @Test
  void an_id_has_its_type_and_an_absent_one_is_null() throws SQLException {
    assertThat(Sql.id(row, "chat_id", ChatId::new)).isEqualTo(new ChatId(ID));
    assertThat(Sql.idOrNull(row, "chat_id", ChatId::new)).isEqualTo(new ChatId(ID));
    assertThat(Sql.idOrNull(row, "absent", ChatId::new)).isNull();
  }

  @Test
  void several_ids_are_one_parameter() {
    assertThat(Sql.array(List.of(new ChatId(ID), new ChatId(ID))))
        .isEqualTo("{" + ID + "," + ID + "}");
    assertThat(Sql.array(List.of())).isEqualTo("{}");
  }

  private static ResultSet row(Map<String, Object> columns) {
    return (ResultSet)
        Proxy.newProxyInstance(
            SqlTest.class.getClassLoader(),
            new Class<?>[] {ResultSet.class},
            (_, _, arguments) -> columns.get(arguments[0]));
  }
}
