package poca.system.access;

import static poca.system.access.Which.OTHER;
import static poca.system.access.Which.OWN;
import static poca.system.access.Which.RELATED;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/// Two of everything, related as the head of `access-matrix.yaml` says.
///
/// Standing things are there for everybody to try their hands on; new ones are made for calls that
/// are granted and would leave a standing one changed.
final class World {

  /// The most questions of an interview (contract 6.2.7), and the message that they are about.
  private static final int MOST_TURNS = 5;

  final People people;
  final Schedule schedule = new Schedule(this);
  private final Account admin;
  private final Map<String, Map<Which, String>> standing = new HashMap<>();
  private final AtomicInteger slots = new AtomicInteger();
  private final Instant firstSlot =
      Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(3));

  World(People people) {
    this.people = people;
    this.admin = people.of(Who.ADMIN);
    directory();
    care();
    records();
    deactivate();
  }

  /// The id of a standing thing.
  String id(String thing, Which which, Who who) {
    if (thing.equals("user")) {
      return user(which, who).id();
    }
    if (thing.equals("login")) {
      return user(which, who).session();
    }
    var ids = Objects.requireNonNull(standing.get(thing), thing);
    return Objects.requireNonNull(ids.get(which), thing);
  }

  private Account user(Which which, Who who) {
    var first = people.of(Who.PATIENT);
    return switch (which) {
      case OWN -> who == Who.ANONYMOUS ? first : people.of(who);
      case RELATED -> who == Who.PATIENT ? people.of(Who.RELATED) : first;
      default -> people.of(who == Who.OTHER_PATIENT ? Who.DOCTOR : Who.OTHER_PATIENT);
    };
  }

  /// Whose child or own profile the patients are.
  Account owner(Which which) {
    return people.of(which == OTHER ? Who.OTHER_PATIENT : Who.PATIENT);
  }

  Account treating(Which which) {
    return people.of(which == OWN ? Who.DOCTOR : Who.OTHER_DOCTOR);
  }

  private Account uploader(Which which) {
    return which == RELATED ? people.of(Who.OTHER_DOCTOR) : owner(which);
  }

  private void directory() {
    var patient = people.of(Who.PATIENT).id();
    var friend = people.of(Who.RELATED).id();
    var stranger = people.of(Who.OTHER_PATIENT).id();
    var hospital = people.of(Who.HOSPITAL).id();
    var elsewhere = people.of(Who.OTHER_HOSPITAL).id();
    var doctor = people.of(Who.DOCTOR).id();
    var other = people.of(Who.OTHER_DOCTOR).id();
    var third = people.thirdDoctor().id();
    var child = id(people.post(people.of(Who.PATIENT), "/patients", Map.of("name", "Kim Example")));
    var branch =
        id(
            people.post(
                people.of(Who.HOSPITAL),
                "/hospitals",
                Map.of("name", "Branch", "email", People.email())));
    put("patient", patient, child, stranger);
    put("doctor", doctor, third, other);
    put("treating doctor", doctor, other, other);
    put("hospital", hospital, branch, elsewhere);
    put("linked hospital", hospital, hospital, elsewhere);
    put("account", patient, friend, stranger);
    for (var each : List.of(doctor, third, other)) {
      people.send(admin, "PUT", "/doctors/" + each + "/working-hours", Body.json(Schedule.ALWAYS));
    }
    put(
        "doctor-patient mapping",
        map("doctor-patient", doctor, patient),
        map("doctor-patient", other, child),
        map("doctor-patient", other, stranger));
    map("doctor-patient", third, child);
    put(
        "hospital-doctor mapping",
        map("hospital-doctor", hospital, doctor),
        map("hospital-doctor", hospital, third),
        map("hospital-doctor", elsewhere, other));
    put(
        "hospital-patient mapping",
        map("hospital-patient", hospital, patient),
        map("hospital-patient", hospital, child),
        map("hospital-patient", elsewhere, stranger));
    put(
        "relation",
        relate(patient, child, "child"),
        relate(friend, patient, "friend"),
        relate(other, stranger, "friend"));
    relate(people.of(Who.DEACTIVATED).id(), patient, "friend");
  }

  private void care() {
    for (var which : Which.REAL) {
      var chat = chat(id("patient", which, Who.ADMIN), which);
      put("chat", which, chat);
      put("message to the doctor", which, message(owner(which), chat));
      put("message to the patient", which, message(treating(which), chat));
      var session = session(owner(which), chat);
      put("session", which, session);
      put("citation", which, cited(owner(which), session));
      put("appointment", which, appointment(which));
      put("entry", which, schedule.entry(id("patient", which, Who.ADMIN), which));
      put("suggestion", which, suggestion(id("doctor", which, Who.ADMIN)));
    }
    standing.put("appointment to complete", standing.get("appointment"));
    standing.put("appointment to cancel", standing.get("appointment"));
  }

  private void records() {
    for (var which : Which.REAL) {
      var patient = id("patient", which, Who.ADMIN);
      var of = "/patients/" + patient;
      people.post(treating(which), of + "/case-history", Map.of("summary", "Came with a cough"));
      var attached =
          people.send(
              uploader(which), "POST", of + "/case-history/documents", Body.file("a letter"));
      put("document", which, attached.path("document_id").asString());
      put(Given.ATTACHED, which, attached.path("document_id").asString());
      put("download token", which, downloadToken(which));
      put("calendar token", which, schedule.calendarToken());
      put("report", which, report(which));
      put("patient without case history", which, patientLike(which));
    }
  }

  private void deactivate() {
    var barred = people.of(Who.DEACTIVATED);
    people.send(admin, "PUT", "/users/" + barred.id(), Body.json(Map.of("is_active", false)));
    var end = Instant.now().plusSeconds(10);
    while (people.ask(barred, "/users/me").status() != 403) {
      if (Instant.now().isAfter(end)) {
        throw new IllegalStateException("a deactivated account is still let in after 10 s");
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  // -- new things ------------------------------------------------------------------------------

  /// A dependant that stands to everybody as the standing patient does.
  String patientLike(Which which) {
    var patient =
        id(
            people.post(
                admin, "/patients", Map.of("name", "Sky Example", "user_id", owner(which).id())));
    map("doctor-patient", treating(which).id(), patient);
    map("hospital-patient", id("linked hospital", which, Who.ADMIN), patient);
    if (which == OWN) {
      relate(people.of(Who.RELATED).id(), patient, "friend");
    }
    return patient;
  }

  /// A patient that belongs to nobody.
  String patientOfNobody() {
    return id(people.post(admin, "/patients", Map.of("name", "Lee Example")));
  }

  String newHospital() {
    return id(people.post(admin, "/hospitals", Map.of("name", "Annex", "email", People.email())));
  }

  /// @return the mapping's id
  String map(String kind, String left, String right) {
    var names = kind.split("-", -1);
    return id(
        people.post(
            admin, "/mappings/" + kind, Map.of(names[0] + "_id", left, names[1] + "_id", right)));
  }

  /// @return the relation's id
  String relate(String user, String patient, String relation) {
    return id(
        people.post(
            admin,
            "/mappings/user-patient",
            Map.of("user_id", user, "patient_id", patient, "relation", relation)));
  }

  /// A relation of the same account as the standing one's, to a new patient.
  String newRelation(Which which) {
    var user =
        switch (which) {
          case OWN -> people.of(Who.PATIENT);
          case RELATED -> people.of(Who.RELATED);
          default -> people.of(Who.OTHER_DOCTOR);
        };
    return relate(user.id(), patientOfNobody(), "friend");
  }

  String chat(String patient, Which which) {
    return id(
        people.post(
            admin, "/chats", Map.of("doctor_id", treating(which).id(), "patient_id", patient)));
  }

  String session(Account account, String chat) {
    return id(people.post(account, "/ai/sessions", Map.of("chat_id", chat)));
  }

  /// Talks until there is a summary that cites something.
  ///
  /// @return the first thing that it cites
  private String cited(Account account, String session) {
    for (var turn = 0; turn < MOST_TURNS; turn++) {
      var reply =
          people.post(
              account,
              "/ai/messages",
              Map.of("session_id", session, "message", turn == 0 ? "A headache" : "No"));
      for (var statement : reply.path("statements")) {
        for (var citation : statement.path("citations")) {
          return citation.asString();
        }
      }
    }
    throw new IllegalStateException("nothing cited after " + MOST_TURNS + " messages");
  }

  String appointment(Which which) {
    return id(
        people.post(
            admin,
            "/appointments",
            Map.of(
                "doctor_id", treating(which).id(),
                "patient_id", id("patient", which, Who.ADMIN),
                "hospital_id", id("hospital", which, Who.ADMIN),
                "time_slot", freeSlot(),
                "type", "regular")));
  }

  /// A time that nobody has taken.
  String freeSlot() {
    return firstSlot.plus(Duration.ofMinutes(30L * slots.getAndIncrement())).toString();
  }

  String suggestion(String doctor) {
    return id(
        people.post(admin, "/suggestions", Map.of("problem", "Mild fever", "doctor_id", doctor)));
  }

  /// A document that the standing one's uploader has uploaded.
  String newDocument(Which which) {
    return id(people.send(uploader(which), "POST", "/documents/upload", Body.file("a note")));
  }

  String downloadToken(Which which) {
    var path = "/documents/" + id("document", which, Who.ADMIN) + "/download-token";
    return people.post(admin, path, Map.of()).path("download_token").asString();
  }

  private String report(Which which) {
    var path = "/patients/" + id("patient", which, Who.ADMIN) + "/reports";
    return id(
        people.post(
            treating(which), path, Map.of("title", "Blood count", "report_type", "lab_test")));
  }

  private String message(Account sender, String chat) {
    return id(people.post(sender, "/messages", Map.of("chat_id", chat, "message", "Good day")));
  }

  // -- what there is ---------------------------------------------------------------------------

  /// Everything a refused call could have changed, as an admin sees it.
  Map<String, JsonNode> snapshot() {
    var seen = new LinkedHashMap<String, JsonNode>();
    for (var list :
        new String[] {
          "users",
          "hospitals",
          "doctors",
          "patients",
          "chats",
          "suggestions",
          "appointments",
          "appointments/waitlist"
        }) {
      look(seen, "/" + list + "?limit=1");
    }
    for (var kind : new String[] {"doctor-patient", "hospital-doctor", "hospital-patient"}) {
      look(seen, "/mappings/" + kind + "?limit=1");
    }
    look(seen, "/documents/storage/stats");
    for (var who : Who.WITH_A_SESSION) {
      look(seen, "/users/" + people.of(who).id());
      look(seen, "/mappings/user/" + people.of(who).id() + "/patients");
    }
    for (var which : Which.REAL) {
      var patient = "/patients/" + id("patient", which, Who.ADMIN);
      for (var part :
          new String[] {
            "", "/doctors", "/hospitals", "/case-history", "/documents", "/reports", "/appointments"
          }) {
        look(seen, patient + part);
      }
      look(seen, patient + "/reports/" + id("report", which, Who.ADMIN));
      look(seen, "/patients/" + id("patient without case history", which, Who.ADMIN));
      look(seen, "/doctors/" + id("doctor", which, Who.ADMIN));
      look(seen, "/doctors/" + id("doctor", which, Who.ADMIN) + "/working-hours");
      look(seen, "/doctors/" + id("doctor", which, Who.ADMIN) + "/hospitals");
      look(seen, "/doctors/" + id("doctor", which, Who.ADMIN) + "/patients");
      look(seen, "/hospitals/" + id("hospital", which, Who.ADMIN));
      look(seen, "/chats/" + id("chat", which, Who.ADMIN));
      look(seen, "/chats/" + id("chat", which, Who.ADMIN) + "/messages");
      look(seen, "/documents/" + id("document", which, Who.ADMIN));
      look(seen, "/appointments/" + id("appointment", which, Who.ADMIN));
      look(seen, "/suggestions/" + id("suggestion", which, Who.ADMIN));
      var session = "/ai/sessions/" + id("session", which, Who.ADMIN);
      look(seen, session);
      look(seen, session + "/messages");
      look(seen, session + "/suggested-responses");
    }
    return seen;
  }

  private void look(Map<String, JsonNode> seen, String path) {
    seen.put(path, people.get(admin, path));
  }

  private void put(String thing, String own, String related, String other) {
    put(thing, OWN, own);
    put(thing, RELATED, related);
    put(thing, OTHER, other);
  }

  private void put(String thing, Which which, String id) {
    standing.computeIfAbsent(thing, _ -> new HashMap<>()).put(which, id);
  }

  static String id(JsonNode data) {
    var id = data.path("id").asString();
    UUID.fromString(id);
    return id;
  }
}
