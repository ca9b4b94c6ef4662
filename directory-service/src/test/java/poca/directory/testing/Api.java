package poca.directory.testing;

import java.util.UUID;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import poca.contracts.Role;
import poca.testkit.world.Person;
import poca.testkit.world.Response;
import poca.testkit.world.ServiceUnderTest;
import poca.testkit.world.TestTokens;

/// The service over HTTP, as somebody.
public final class Api extends ServiceUnderTest {

  private final DoubleSupplier notAudited;
  private final int port;
  private final @Nullable String token;
  private final @Nullable String entity;

  private Api(
      DoubleSupplier notAudited, int port, @Nullable String token, @Nullable String entity) {
    super("http://localhost:" + port);
    this.notAudited = notAudited;
    this.port = port;
    this.token = token;
    this.entity = entity;
  }

  /// @param notAudited how many uses of audited routes have left no row so far
  static Api nobody(DoubleSupplier notAudited, int port) {
    return new Api(notAudited, port, null, null);
  }

  public Api as(Role role, UUID user) {
    return with(Person.login(user, role).token());
  }

  public Api asAdmin() {
    return as(Role.ADMIN, UUID.randomUUID());
  }

  public Api asService() {
    return with(TestTokens.service("test-service"));
  }

  private Api with(String token) {
    return new Api(notAudited, port, token, null);
  }

  public Api actingAs(Object entity) {
    return new Api(notAudited, port, token, entity.toString());
  }

  public Response get(String path) {
    return send("GET", path, null);
  }

  public Response post(String path, String json) {
    return send("POST", path, json);
  }

  public Response put(String path, String json) {
    return send("PUT", path, json);
  }

  public Response delete(String path) {
    return send("DELETE", path, null);
  }

  private Response send(String method, String path, @Nullable String json) {
    if (notAudited.getAsDouble() > 0) {
      throw new AssertionError("an earlier call left no row in the audit; the log says which");
    }
    var request = carrying(request(path, token), method, json);
    return send(entity == null ? request : request.header("user-entity-id", entity));
  }

  // What a test needs to exist before it begins.

  public UUID doctor(String name) {
    return registered("doctors", "{\"name\": \"%s\", \"contact\": \"d\"}".formatted(name));
  }

  public UUID patient(String name) {
    return registered(
        "patients",
        """
        {"name": "%s", "gender": "female", "contact": "p", "allergies": ["nuts"], "weight": 60}
        """
            .formatted(name));
  }

  public UUID hospital(String name) {
    return registered(
        "hospitals",
        """
        {"name": "%s", "email": "%s@example.test", "city": "Basel", "specialities": ["eyes"]}
        """
            .formatted(name, UUID.randomUUID()));
  }

  private UUID registered(String kind, String profile) {
    var id = UUID.randomUUID();
    var made = asService().put("/internal/" + kind + "/" + id, profile);
    if (made.status() != 200) {
      throw new IllegalStateException(made.toString());
    }
    return id;
  }

  public UUID dependantOf(UUID owner, String name) {
    return as(Role.PATIENT, owner)
        .post("/api/v1/patients", "{\"name\": \"%s\"}".formatted(name))
        .id();
  }

  /// @param kind `doctor-patient`, say
  public Response map(String kind, UUID left, UUID right) {
    var parties = kind.split("-", 2);
    return asAdmin()
        .post(
            "/api/v1/mappings/" + kind,
            "{\"%s_id\": \"%s\", \"%s_id\": \"%s\"}"
                .formatted(parties[0], left, parties[1], right));
  }

  public Response relate(UUID user, UUID patient, String relation) {
    return post(
        "/api/v1/mappings/user-patient",
        "{\"user_id\": \"%s\", \"patient_id\": \"%s\", \"relation\": \"%s\"}"
            .formatted(user, patient, relation));
  }
}
