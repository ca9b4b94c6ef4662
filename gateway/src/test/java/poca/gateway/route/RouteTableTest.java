package poca.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import poca.gateway.route.Endpoint.Admission;
import poca.gateway.route.RouteTable.Match;

class RouteTableTest {

  private final RouteTable table = RouteTable.ofProduct();

  @ParameterizedTest
  @CsvSource({
    "GET,    /users/me,                                AUTH,        /users/me",
    "GET,    /users/0190,                              AUTH,        /users/{user_id}",
    "POST,   /auth/login/second-factor,                AUTH,        /auth/login/second-factor",
    "DELETE, /auth/sessions/7,                         AUTH,        /auth/sessions/{session_id}",
    "POST,   /users/7/password-link,                   AUTH,        /users/{user_id}/password-link",
    "GET,    /doctors/7,                               DIRECTORY,   /doctors/{doctor_id}",
    "GET,    /doctors/7/appointments,                  APPOINTMENT, /doctors/{doctor_id}/appointments",
    "PUT,    /doctors/7/working-hours,                 APPOINTMENT, /doctors/{doctor_id}/working-hours",
    "GET,    /patients/7,                              DIRECTORY,   /patients/{patient_id}",
    "GET,    /patients/7/access-log,                   DIRECTORY,   /patients/{patient_id}/access-log",
    "GET,    /patients/7/appointments,                 APPOINTMENT, /patients/{patient_id}/appointments",
    "PUT,    /patients/7/case-history,                 RECORDS,     /patients/{patient_id}/case-history",
    "GET,    /patients/7/documents,                    RECORDS,     /patients/{patient_id}/documents",
    "POST,   /patients/7/reports/8/documents,          RECORDS,     /patients/{patient_id}/reports/{report_id}/documents",
    "GET,    /patients/user/7,                         DIRECTORY,   /patients/user/{user_id}",
    "GET,    /appointments/availability,               APPOINTMENT, /appointments/availability",
    "HEAD,   /documents/download-with-token,           RECORDS,     /documents/download-with-token",
    "HEAD,   /documents/7/download,                    RECORDS,     /documents/{document_id}/download",
    "DELETE, /mappings/doctor-patient/7/8,             DIRECTORY,   /mappings/doctor-patient/{doctor_id}/{patient_id}",
    "GET,    /chats/ws/7,                              CHAT,        /chats/ws/{chat_id}",
    "GET,    /chats/7/messages,                        CHAT,        /chats/{chat_id}/messages",
    "GET,    /messages/search,                         CHAT,        /messages/search",
    "PUT,    /messages/read-status,                    CHAT,        /messages/read-status",
    "GET,    /suggestions,                             AI,          /suggestions",
    "GET,    /ai-assistant/ws/7,                       AI,          /ai-assistant/ws/{session_id}",
    "GET,    /audit,                                   DIRECTORY,   /audit",
    "GET,    /events,                                  CHAT,        /events",
  })
  void a_literal_path_wins_and_every_path_has_its_owner(
      String method, String path, Service owner, String pattern) {
    var found = found(method, "/api/v1" + path);

    assertThat(found.service()).isEqualTo(owner);
    assertThat(found.pattern()).isEqualTo("/api/v1" + pattern);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1",
    "/api/v2/users",
    "/api/v1/nothing",
    "/api/v1/users/7/8",
    "/internal/sessions/7",
    "/oauth2/token",
    "/access/chats/7",
    "/actuator",
    "/actuator/health",
    "/actuator/env",
    "/actuator/prometheus",
    "/socket.io",
    "/error",
    "/favicon.ico",
    "/api/v1/documents/download-with-token/download",
    "/api/v1/patients/admin/case-history",
    "/api/v1/appointments/waitlist/7/ics",
  })
  void what_is_not_named_is_unknown(String path) {
    assertThat(find("GET", path)).isInstanceOf(Match.Unknown.class);
  }

  @Test
  void another_method_is_told_which_there_are() {
    assertThat(find("PATCH", "/api/v1/users/7"))
        .isEqualTo(new Match.WrongMethod("DELETE, GET, HEAD, PUT"));
    assertThat(find("POST", "/api/v1/documents/download-with-token"))
        .isEqualTo(new Match.WrongMethod("GET, HEAD"));
  }

  @Test
  void only_what_the_contract_calls_public_needs_no_token() {
    assertThat(
            table.endpoints().stream()
                .filter(endpoint -> endpoint.service() != Service.GATEWAY)
                .filter(endpoint -> endpoint.admission() != Admission.TOKEN)
                .map(endpoint -> endpoint.pattern().substring("/api/v1".length())))
        .containsExactlyInAnyOrder(
            "/auth/login",
            "/auth/refresh",
            "/auth/admin-signup",
            "/auth/doctor-signup",
            "/auth/patient-signup",
            "/auth/hospital-signup",
            "/auth/doctor/signup",
            "/auth/patient/signup",
            "/auth/hospital/signup",
            "/auth/login/second-factor",
            "/auth/forgot-password",
            "/auth/forgot-password/complete",
            "/auth/second-factor",
            "/auth/second-factor/confirm",
            "/documents/{document_id}/download",
            "/documents/download-with-token",
            "/calendars/{token}.ics");
  }

  @Test
  void a_path_that_is_there_twice_or_a_flag_that_is_none_stops_the_start() {
    assertThatThrownBy(() -> RouteTable.parse("auth GET /a/{x}\nchat GET /a/{y}"))
        .hasMessageContaining("twice");
    assertThatThrownBy(() -> RouteTable.parse("auth GET /a pulic")).hasMessageContaining("pulic");
  }

  private Endpoint found(String method, String path) {
    return ((Match.Found) find(method, path)).endpoint();
  }

  private Match find(String method, String path) {
    return table.find(method, List.of(path.substring(1).split("/")));
  }
}
