package poca.directory;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import poca.contracts.Role;
import poca.directory.testing.Api;
import poca.directory.testing.RealDirectory;
import poca.platform.web.Paging;
import tools.jackson.databind.JsonNode;

@RealDirectory
class ListIT {

  @Autowired Api api;

  private List<UUID> treated(UUID doctor, int patients) {
    return IntStream.range(0, patients)
        .mapToObj(i -> api.patient("P" + i))
        .peek(patient -> api.map("doctor-patient", doctor, patient))
        .toList();
  }

  private static List<UUID> ids(JsonNode items) {
    var ids = new ArrayList<UUID>();
    items.forEach(item -> ids.add(UUID.fromString(item.path("id").asString())));
    return ids;
  }

  @Test
  void a_cursor_walks_the_list_in_order_without_a_gap_or_a_repeat() {
    var doctor = api.doctor("D");
    var patients = treated(doctor, 5);
    var me = api.as(Role.DOCTOR, doctor);

    var first = me.get("/api/v1/patients?limit=2").data();
    assertThat(first.path("total").asInt()).isEqualTo(5);
    var seen = new ArrayList<>(ids(first.path("patients")));
    var cursor = first.path("next_cursor").asString();
    while (true) {
      var page = me.get("/api/v1/patients?limit=2&cursor=" + cursor).data();
      assertThat(page.path("total").isNull()).isTrue();
      seen.addAll(ids(page.path("patients")));
      if (page.path("next_cursor").isNull()) {
        break;
      }
      cursor = page.path("next_cursor").asString();
    }

    assertThat(seen).containsExactlyElementsOf(patients);
    assertThat(ids(me.get("/api/v1/patients?skip=3&limit=2").data().path("patients")))
        .containsExactlyElementsOf(patients.subList(3, 5));
    assertThat(me.get("/api/v1/patients?skip=1&cursor=" + cursor).status()).isEqualTo(422);
    var forged = Paging.cursorOf("treated:" + doctor, "+290000-01-01T00:00:00Z", doctor);
    assertThat(me.get("/api/v1/patients?cursor=" + forged).status()).isEqualTo(422);
    assertThat(me.get("/api/v1/patients?cursor=nonsense").status()).isEqualTo(422);
    assertThat(
            api.as(Role.DOCTOR, api.doctor("E")).get("/api/v1/patients?cursor=" + cursor).status())
        .as("a cursor of another's list")
        .isEqualTo(422);
    assertThat(me.get("/api/v1/patients?limit=201").status()).isEqualTo(422);
    assertThat(me.get("/api/v1/doctors/%s/patients?skip=4".formatted(doctor)).data()).hasSize(1);
  }

  @Test
  void a_list_costs_as_many_statements_for_many_rows_as_for_few() {
    var doctor = api.doctor("D");
    var hospital = api.hospital("H");
    var patients = treated(doctor, 1);
    api.map("hospital-doctor", hospital, doctor);
    api.map("hospital-patient", hospital, patients.getFirst());
    var paths =
        List.of(
            "/api/v1/patients",
            "/api/v1/doctors",
            "/api/v1/hospitals",
            "/api/v1/mappings/doctor-patient",
            "/api/v1/doctors/%s/patients".formatted(doctor),
            "/api/v1/doctors/%s/hospitals".formatted(doctor),
            "/api/v1/hospitals/%s/doctors".formatted(hospital),
            "/api/v1/hospitals/%s/patients".formatted(hospital));
    var few = paths.stream().map(path -> statements(doctor, path)).toList();

    for (var patient : treated(doctor, 20)) {
      api.map("hospital-patient", hospital, patient);
    }
    IntStream.range(0, 5)
        .forEach(i -> {
          api.map("hospital-doctor", hospital, api.doctor("D" + i));
          api.map("hospital-doctor", api.hospital("H" + i), doctor);
        });

    assertThat(paths.stream().map(path -> statements(doctor, path)).toList()).isEqualTo(few);
    assertThat(few).allMatch(n -> n > 0 && n <= 5);
  }

  private int statements(UUID doctor, String path) {
    var loggers =
        List.of(
            (Logger) LoggerFactory.getLogger(JdbcTemplate.class),
            (Logger) LoggerFactory.getLogger("org.hibernate.SQL"));
    var log =
        new ListAppender<ILoggingEvent>() {
          @Override
          protected void append(ILoggingEvent event) {
            event.prepareForDeferredProcessing(); // remembers the thread
            super.append(event);
          }
        };
    log.start();
    for (var logger : loggers) {
      logger.setLevel(Level.DEBUG);
      logger.setAdditive(false);
      logger.addAppender(log);
    }
    try {
      assertThat(api.as(Role.DOCTOR, doctor).get(path).status()).isEqualTo(200);
    } finally {
      for (var logger : loggers) {
        logger.detachAppender(log);
        logger.setAdditive(true);
        logger.setLevel(null);
      }
    }
    return (int)
        List.copyOf(log.list).stream()
            .filter(event -> event.getThreadName().startsWith("tomcat-handler"))
            .map(ILoggingEvent::getFormattedMessage)
            .filter(line -> line.contains("select") || line.contains("insert"))
            .count();
  }
}
