package poca.testkit.world;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import poca.contracts.Role;
import poca.contracts.fact.RelationFact.Relation;
import poca.contracts.fact.RelationFact.RelationKind;

/// People, who belongs to whom, and what they ask of the service under test. The tests of a service
/// extend it by what there is in that service.
public class People extends ServiceUnderTest {

  private final int port;
  private final Predicate<Relation> relations;
  private final Map<String, Long> versions = new ConcurrentHashMap<>();

  /// @param relations the service's copy of the relations; false if it knew better
  protected People(int port, Predicate<Relation> relations) {
    super("http://127.0.0.1:" + port);
    this.port = port;
    this.relations = relations;
  }

  // --- who there is

  public Person doctor() {
    var doctor = person(Role.DOCTOR);
    relate(RelationKind.DOCTOR, doctor.id(), doctor.id());
    return doctor;
  }

  public Person patient() {
    var patient = person(Role.PATIENT);
    relate(RelationKind.PATIENT, patient.id(), patient.id());
    relate(RelationKind.RELATED, patient.id(), patient.id());
    return patient;
  }

  public Person hospital() {
    var hospital = person(Role.HOSPITAL);
    relate(RelationKind.HOSPITAL, hospital.id(), hospital.id());
    return hospital;
  }

  /// A patient without an account.
  public UUID child() {
    var child = UUID.randomUUID();
    relate(RelationKind.PATIENT, child, child);
    return child;
  }

  public Person admin() {
    return person(Role.ADMIN);
  }

  /// Of whom no service knows more than the token says.
  public Person person(Role role) {
    return Person.login(UUID.randomUUID(), role);
  }

  public Person login(UUID id, Role role, Duration life) {
    return Person.login(id, role, life);
  }

  public void relate(RelationKind kind, UUID left, UUID right) {
    apply(kind, left, right, true);
  }

  public void part(RelationKind kind, UUID left, UUID right) {
    apply(kind, left, right, false);
  }

  private void apply(RelationKind kind, UUID left, UUID right, boolean active) {
    var version = versions.merge(kind + "" + left + right, 1L, Long::sum);
    assertTrue(relations.test(new Relation(kind, left, right, active, version)));
  }

  // --- what they ask

  public Response get(Person by, String path) {
    return call(by, "GET", path, null);
  }

  public Response post(Person by, String path, Object body) {
    return call(by, "POST", path, body);
  }

  public Response put(Person by, String path, @Nullable Object body) {
    return call(by, "PUT", path, body);
  }

  public Response delete(Person by, String path) {
    return call(by, "DELETE", path, null);
  }

  /// @param body JSON, or what is turned into it
  public Response call(Person by, String method, String path, @Nullable Object body) {
    return send(carrying(asked(by, path), method, body));
  }

  /// A path outside the API.
  public Response outside(Person by, String path) {
    return send(request(path, by.token()));
  }

  /// Acting as that entity; more headers as names and values.
  public Response as(UUID entity, Person by, String path, String... more) {
    var request = asked(by, path).header("user-entity-id", entity.toString());
    return send(more.length == 0 ? request : request.headers(more));
  }

  public int port() {
    return port;
  }

  protected HttpRequest.Builder asked(Person by, String path) {
    return request("/api/v1" + path, by.token());
  }

  protected HttpRequest.Builder askedBy(String service, String path) {
    return request(path, TestTokens.service(service));
  }
}
