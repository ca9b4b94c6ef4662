package poca.system.edges;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import poca.system.edges.Api.Field;
import poca.system.edges.Api.Operation;
import poca.system.edges.Wire.Answer;
import poca.system.edges.Wire.Request;
import tools.jackson.databind.JsonNode;

/// One of everything, and a good request for each operation.
final class Fixture {

  private static final String PASSWORD = "a long enough password";
  private static final String BOUNDARY = "edges-boundary";

  /// A bitmap of one point: its header, how it is made up, the point.
  private static final String PICTURE =
      "BM:\0\0\0\0\0\0\0006\0\0\0"
          + "(\0\0\0\1\0\0\0\1\0\0\0\1\0\30\0\0\0\0\0\4\0\0\0"
          + "\0".repeat(16)
          + "\20 @\0";

  /// What would end the admin's session, or change what others need.
  private static final Set<String> FOR_SOMEBODY_ELSE =
      Set.of("/auth/logout", "/auth/reset-password", "/auth/second-factor");

  /// Longer than the longest appointment.
  private static final Duration APART = Duration.ofHours(9);

  private final Wire wire;
  private final String admin;
  private final Map<String, String> ids = new HashMap<>();
  private final AtomicInteger slots = new AtomicInteger();
  private final Instant firstSlot =
      Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(40));
  private final String doctor;
  private final String patient;
  private final String stranger;
  private final String patientEmail = email();

  Fixture(Wire wire, String adminEmail, String adminPassword) {
    this.wire = wire;
    this.admin =
        done("POST", "/auth/login", null, Map.of("username", adminEmail, "password", adminPassword))
            .path("access_token")
            .asString();
    doctor = signUp("doctor", "doctor_id", email());
    patient = signUp("patient", "patient_id", patientEmail);
    signUp("hospital", "hospital_id", email());
    stranger = signUp("patient", "other_id", email());
    ids.put("user_id", id("patient_id"));
    make("mapping_id", "/mappings/hospital-doctor", named("hospital_id", "doctor_id"));
    make("", "/mappings/hospital-patient", named("hospital_id", "patient_id"));
    make("", "/mappings/doctor-patient", named("doctor_id", "patient_id"));
    make("child_id", "/patients", Map.of("name", "Kim"));
    make(
        "relation_id",
        "/mappings/user-patient",
        Map.of("user_id", id("user_id"), "patient_id", id("child_id"), "relation", "child"));
    make("chat_id", "/chats", named("doctor_id", "patient_id"));
    make("message_id", "/messages", Map.of("chat_id", id("chat_id"), "message", "Good day"));
    make("session_id", "/ai/sessions", named("chat_id"));
    make("", "/ai/messages", Map.of("session_id", id("session_id"), "message", "I have a cough"));
    var records = "/patients/" + id("patient_id");
    make("case_history_id", records + "/case-history", Map.of("summary", "Cough"));
    make("report_id", records + "/reports", Map.of("title", "Blood", "report_type", "lab_test"));
    make("suggestion_id", "/suggestions", Map.of("problem", "Fever", "doctor_id", id("doctor_id")));
    book();
    upload("document_id", "temperature 38.2");
    upload("picture_id", PICTURE);
  }

  private void upload(String named, String file) {
    var request =
        new Request(
            "POST",
            "/api/v1/documents/upload",
            bearer(admin) + "\r\nContent-Type: multipart/form-data; boundary=" + BOUNDARY,
            multipart(Map.of("file", file)));
    ids.put(named, ok(wire.send(request)).path("id").asString());
  }

  private void book() {
    var body = named("doctor_id", "patient_id");
    body.put("time_slot", slot());
    body.put("type", "regular");
    make("appointment_id", "/appointments", body);
  }

  /// What an operation makes or ends once only, for one more request.
  ///
  /// @return what must stand in its body
  Map<String, Object> usedUp(Operation operation) {
    return switch (operation.id()) {
      case "mapHospitalDoctor", "mapDoctorPatient", "openChat" ->
          somebodyNew("doctor", "doctor_id");
      case "mapHospitalPatient", "relate", "relateUser", "joinWaitlist" ->
          somebodyNew("patient", "patient_id");
      case "changeAppointment", "cancelAppointment", "changeAppointmentStatus" -> {
        book();
        yield Map.of();
      }
      default -> Map.of();
    };
  }

  private Map<String, Object> somebodyNew(String role, String field) {
    signUp(role, "new_id", email());
    return Map.of(field, id("new_id"));
  }

  private static String email() {
    return "e" + UUID.randomUUID().toString().replace("-", "") + "@edges.example";
  }

  private String signUp(String role, String id, String email) {
    var body = Map.of("email", email, "password", PASSWORD, "name", "Robin " + role);
    var data = done("POST", "/auth/" + role + "-signup", null, body);
    ids.put(id, data.path("user_id").asString());
    return data.path("access_token").asString();
  }

  private Map<String, Object> named(String... names) {
    var body = new LinkedHashMap<String, Object>();
    for (var name : names) {
      body.put(name, id(name));
    }
    return body;
  }

  private void make(String name, String path, Map<String, ?> body) {
    ids.put(name, done("POST", path, admin, body).path("id").asString());
  }

  private JsonNode done(String method, String path, @Nullable String token, Map<String, ?> body) {
    return ok(wire.send(json(method, "/api/v1" + path, token, body)));
  }

  private static JsonNode ok(Answer answer) {
    if (answer.status() / 100 != 2) {
      throw new IllegalStateException(answer.toString());
    }
    return answer.data();
  }

  String id(String name) {
    return Objects.requireNonNull(ids.get(name), name);
  }

  String doctor() {
    return doctor;
  }

  String patient() {
    return patient;
  }

  Answer get(String path) {
    return wire.send(Request.of("GET", path, bearer(admin), ""));
  }

  static String bearer(String token) {
    return "Authorization: Bearer " + token;
  }

  private String slot() {
    var slot = firstSlot.plus(APART.multipliedBy(slots.getAndIncrement())).toString();
    return slot.replace("Z", ".000Z");
  }

  /// Who asks: an admin, who may nearly everything.
  String token(Operation operation) {
    return FOR_SOMEBODY_ELSE.stream().anyMatch(operation.path()::contains) ? stranger : admin;
  }

  /// @param real whether the ids are of things that there are; what deletes never gets one
  String path(Operation operation, boolean real) {
    var path = operation.path();
    for (var at = path.indexOf('{'); at >= 0; at = path.indexOf('{')) {
      var name = path.substring(at + 1, path.indexOf('}'));
      var id =
          real && !operation.method().equals("DELETE")
              ? ids.getOrDefault(name, UUID.randomUUID().toString())
              : UUID.randomUUID().toString();
      path = path.substring(0, at) + id + path.substring(path.indexOf('}') + 1);
    }
    return path + needed(operation);
  }

  private String needed(Operation operation) {
    return switch (operation.id()) {
      case "downloadWithToken", "headWithToken" -> "?token=" + "A".repeat(43);
      case "searchMessages" -> "?q=good";
      default -> operation.path().endsWith("/availability") ? availability() : "";
    };
  }

  private String availability() {
    return "?doctor_id="
        + id("doctor_id")
        + "&from=2027-01-01T00:00:00Z&to=2027-01-02T00:00:00%2B0100";
  }

  /// What must be sent.
  Map<String, Object> body(Operation operation) {
    var body = new LinkedHashMap<String, Object>();
    for (var field : operation.fields()) {
      if (field.required()) {
        body.put(field.name(), field.list() ? List.of(value(field)) : value(field));
      }
    }
    switch (operation.id()) { // what the document cannot say
      case "sendMessage" -> body.put("message", "Good day"); // or a file
      case "changeAppointmentStatus" -> body.put("status", "cancelled"); // has a reason
      case "joinWaitlist" -> { // one after the other
        body.put("from", firstSlot.plus(Duration.ofDays(355)).toString().replace("Z", ".000Z"));
        body.put("to", firstSlot.plus(Duration.ofDays(357)).toString().replace("Z", ".000Z"));
      }
      default -> {}
    }
    if (operation.path().endsWith("/auth/login")) {
      body.putAll(Map.of("username", patientEmail, "password", PASSWORD));
    }
    if ("multipart/form-data".equals(operation.contentType())) {
      if (operation.path().endsWith("/upload")) {
        body.put("file", "temperature 38.2");
      } else if (operation.path().endsWith("/documents")) {
        body.put("document_id", id("document_id"));
      }
    }
    return body;
  }

  /// A value that a field takes, another one than it has.
  Object value(Field field) {
    if (field.schema().get("enum") instanceof List<?> words) {
      return switch (field.name()) {
        case "role" -> "patient";
        case "relation", "relation_type" -> "friend";
        case "type" -> "remote"; // the others are also spelt otherwise
        default -> Objects.requireNonNull(words.getLast());
      };
    }
    return switch (field.type()) {
      case "boolean" -> true;
      case "integer" -> Math.min(field.number("maximum", 45), 45);
      case "number" -> new Json.Raw("61.5");
      case "object" -> object(field);
      default -> text(field);
    };
  }

  private static Map<String, Object> object(Field field) {
    var object = new LinkedHashMap<String, Object>();
    switch (field.name()) {
      case "weekly" -> {
        object.put("day", "mon");
        object.put("start", "09:00");
        object.put("end", "17:00");
      }
      case "days_off" -> {
        object.put("from", "2027-12-24");
        object.put("to", "2027-12-31");
      }
      default -> object.put("allergies", List.of("nuts"));
    }
    return object;
  }

  private String text(Field field) {
    return switch (field.format()) {
      case "uuid" -> ids.getOrDefault(field.name(), UUID.randomUUID().toString());
      case "email" -> email();
      case "date" -> "1985-05-05";
      case "date-time" -> slot();
      case "password" -> PASSWORD;
      default ->
          switch (field.name()) {
            case "photo", "link", "website" -> "https://example.org/" + field.name();
            case "shift_time_start", "shift_time_end" -> "08:15:00";
            case "timezone" -> "Europe/Berlin";
            default -> "text of " + field.name();
          };
    };
  }

  Request request(Operation operation, Map<String, Object> body) {
    return request(operation, body, true);
  }

  Request request(Operation operation, Map<String, Object> body, boolean real) {
    var path = path(operation, real);
    var type = operation.contentType();
    if (type == null) {
      return Request.of(operation.method(), path, bearer(token(operation)), "");
    }
    return switch (type) {
      case "application/json" -> {
        var request = json(operation.method(), path, token(operation), body);
        yield operation.path().startsWith("/api/v1/auth/")
            ? new Request(
                request.method(),
                request.target(),
                request.headers() + "\r\nX-Forwarded-For: " + address(),
                request.body())
            : request;
      }
      case "multipart/form-data" ->
          new Request(
              operation.method(),
              path,
              bearer(token(operation)) + "\r\nContent-Type: " + type + "; boundary=" + BOUNDARY,
              multipart(body));
      default ->
          Request.of(
              operation.method(),
              path,
              bearer(token(operation)) + "\r\nContent-Type: " + type,
              body.entrySet().stream()
                  .map(e -> e.getKey() + "=" + encoded(String.valueOf(e.getValue())))
                  .collect(Collectors.joining("&")));
    };
  }

  /// Whoever guesses is barred with the address; here everybody guesses, each from somewhere else.
  private static String address() {
    var random = ThreadLocalRandom.current();
    return "10.%d.%d.%d".formatted(random.nextInt(256), random.nextInt(256), random.nextInt(256));
  }

  private static Request json(
      String method, String path, @Nullable String token, Map<String, ?> body) {
    var headers = "Content-Type: application/json" + (token == null ? "" : "\r\n" + bearer(token));
    return Request.of(method, path, headers, Json.of(body));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String ending(Object file) {
    return file.equals(PICTURE) ? "bmp" : "txt";
  }

  private static byte[] multipart(Map<String, Object> fields) {
    var text = new StringBuilder();
    fields.forEach((name, value) ->
        text.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"")
            .append(name)
            .append(name.equals("file") ? "\"; filename=\"a." + ending(value) + "\"" : "\"")
            .append("\r\n\r\n")
            .append(value instanceof Json.Raw(var raw) ? raw : value)
            .append("\r\n"));
    return text.append("--" + BOUNDARY + "--\r\n").toString().getBytes(StandardCharsets.UTF_8);
  }
}
