package poca.system.access;

import static java.util.Map.entry;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import poca.demo.AuthenticatorApp;
import poca.system.access.PublicGateway.Request;

/// A request for each operation that could only be refused for who asks or what is asked for.
final class Requests {

  private static final Function<Given, Body> FILE =
      given ->
          Given.ATTACHED.equals(given.thing())
              ? Body.multipart(Map.of("document_id", given.id()))
              : Body.file("temperature 38.2 since Monday");

  private static final Map<String, Function<Given, Body>> BODIES =
      Map.ofEntries(
          entry("login", Requests::login),
          json("refresh", Requests::refresh),
          json("signUpUser", _ -> with(People.signUp(), "role", "patient")),
          json("signUpAdmin", _ -> People.signUp()),
          json("signUpDoctor", _ -> People.signUp()),
          json("signUpPatient", _ -> People.signUp()),
          json("signUpHospital", _ -> People.signUp()),
          json("signUpDoctorAlias", _ -> People.signUp()),
          json("signUpPatientAlias", _ -> People.signUp()),
          json("signUpHospitalAlias", _ -> People.signUp()),
          json("createUser", _ -> with(People.signUp(), "role", "patient")),
          json("createDoctor", _ -> People.signUp()),
          json("createPatientAccount", _ -> with(People.signUp(), "user_name", "Sam Example")),
          json("changeMe", _ -> Map.of("address", "1 Elm Street")),
          json("changeUser", _ -> Map.of("address", "2 Elm Street")),
          json("createHospital", _ -> Map.of("name", "Annex", "email", People.email())),
          json("changeHospital", _ -> Map.of("city", "Springfield")),
          json("changeDoctor", _ -> Map.of("details", "Speaks two languages")),
          json("createPatient", _ -> Map.of("name", "Toni Example")),
          json("changePatient", _ -> Map.of("weight", 61)),
          json("writeCaseHistory", _ -> Map.of("summary", "Sleeps badly")),
          json("changeCaseHistory", _ -> Map.of("summary", "Sleeps better")),
          entry("attachCaseDocument", FILE),
          json("writeReport", _ -> Map.of("title", "Blood count", "report_type", "lab_test")),
          json("changeReport", _ -> Map.of("title", "Blood count, repeated")),
          entry("attachReportDocument", FILE),
          entry("uploadDocument", FILE),
          entry(
              "linkDocument",
              _ -> Body.form(Map.of("entity_id", "a label", "document_type", "other"))),
          json("mapHospitalDoctor", g -> ids(g, "hospital", "doctor")),
          json("mapHospitalPatient", g -> ids(g, "hospital", "patient")),
          json("mapDoctorPatient", g -> ids(g, "doctor", "patient")),
          json("relate", g -> with(relation(g), "user_id", g.relating())),
          json("relateUser", Requests::relation),
          json("changeRelation", _ -> Map.of("relation", "guardian")),
          json("openChat", g -> ids(g, "doctor", "patient")),
          json("sendMessage", g -> with(ids(g, "chat"), "message", "Good day")),
          entry("sendMessageWithFile", Requests::message),
          json("markMessages", g -> Map.of("message_ids", List.of(g.id()))),
          json("markMessage", _ -> Map.of("is_read", true)),
          json("createSuggestion", g -> with(ids(g, "doctor"), "problem", "Mild fever")),
          json("changeSuggestion", _ -> Map.of("description", "Drink enough")),
          json("giveFeedback", _ -> Map.of("feedback", "That helped")),
          json("bookAppointment", Requests::booking),
          json("changeAppointment", _ -> Map.of("extras", Map.of("bring", "the referral"))),
          json("joinWaitlist", Requests::waiting),
          json("setWorkingHours", _ -> Schedule.ALWAYS),
          json("cancelAppointment", _ -> Map.of("cancellation_reason", "Away that day")),
          json("changeAppointmentStatus", Requests::status),
          json("startAISession", g -> ids(g, "chat")),
          json("startAISessionAlias", g -> ids(g, "chat")),
          json("sendAIMessage", g -> with(ids(g, "session"), "message", "Since yesterday")),
          json("sendAIMessageInSession", _ -> Map.of("message", "Since yesterday")),
          json("sendAIMessageAlias", _ -> Map.of("message", "Since yesterday")),
          json("putAISummary", _ -> Map.of("summary", "A headache since yesterday")),
          json("putAISummaryAlias", _ -> Map.of("summary", "A headache since yesterday")),
          json(
              "suggestResponse",
              g -> with(ids(g, "session"), "summary", "A headache since yesterday")),
          json("resetPassword", Requests::newPassword),
          json("loginSecondStep", Requests::secondStep),
          json("beginSecondFactor", g -> Map.of("password", password(g))),
          json("confirmSecondFactor", g -> Map.of("code", code(g))),
          json("renewRecoveryCodes", g -> Map.of("password", password(g), "code", code(g))),
          json("removeSecondFactor", g -> Map.of("password", password(g), "code", code(g))),
          json("forgotPassword", _ -> Map.of("email", People.email())),
          json("completeForgotPassword", Requests::byLink));

  private Requests() {}

  /// The request of a cell that is refused or leaves everything as it was.
  static Request of(Given given, Map<String, String> headers) {
    var body = BODIES.get(given.operation().id());
    return new Request(
        given.operation().method(),
        given.path(),
        given.made().getOrDefault("token", given.world().people.token(given.who())),
        body == null ? null : body.apply(given),
        from(given, headers));
  }

  /// Few links are asked for or used from one address within an hour.
  private static Map<String, String> from(Given given, Map<String, String> headers) {
    if (!given.operation().path().contains("/forgot-password")) {
      return headers;
    }
    var more = new HashMap<>(headers);
    more.put("X-Forwarded-For", People.address());
    return more;
  }

  /// The request of a cell that is granted: where the call uses something up, that is made for it.
  static Request granted(Given given, Map<String, String> headers) {
    prepare(given);
    return of(given, headers);
  }

  static String query(Given given) {
    return switch (given.operation().id()) {
      case "availability" -> {
        var from = Instant.now().truncatedTo(ChronoUnit.DAYS);
        yield "?doctor_id=%s&from=%s&to=%s"
            .formatted(given.id(), from, from.plus(2, ChronoUnit.DAYS));
      }
      case "downloadWithToken", "headWithToken" -> "?token=" + given.id();
      case "searchMessages" -> "?q=good";
      case "listSuggestions" -> given.thing() == null ? "" : "?doctor_id=" + given.id();
      case "readCaseHistory" -> "patient".equals(given.thing()) ? "" : "?create_if_not_exists=true";
      default -> "";
    };
  }

  private static void prepare(Given given) {
    var world = given.world();
    var made = given.made();
    var circle = given.circle();
    var thing = given.thing();
    switch (given.operation().id()) {
      case "logout", "logoutAll", "resetPassword" -> {
        var account = world.people.another(given.who());
        made.put("token", account.token());
        made.put("password", account.password());
      }
      case "endSession" -> made.put("login", world.people.again(given.who()).session());
      case "beginSecondFactor" -> {
        var account = world.people.another(given.who());
        made.put("token", account.token());
        made.put("password", account.password());
      }
      case "confirmSecondFactor", "renewRecoveryCodes", "removeSecondFactor" -> {
        var account = world.people.another(given.who());
        var confirm = !given.operation().id().equals("confirmSecondFactor");
        made.put("token", account.token());
        made.put("password", account.password());
        made.put("secret", world.people.enrol(account, confirm));
      }
      case "deleteUser" -> made.put("user", world.people.another(Who.PATIENT).id());
      case "deleteDoctor" -> made.put("doctor", world.people.another(Who.DOCTOR).id());
      case "deleteHospital" -> made.put("hospital", world.newHospital());
      case "deletePatient", "openChat", "relate", "relateUser" ->
          made.put("patient", world.patientLike(circle));
      case "readCaseHistory" -> {
        if (!"patient".equals(thing)) {
          made.put("patient without case history", world.patientLike(circle));
        }
      }
      case "deleteChat" -> made.put("chat", world.chat(world.patientLike(circle), circle));
      case "joinWaitlist" -> made.put("patient", world.patientLike(circle));
      case "acceptOffer", "declineOffer" -> made.put("entry", world.schedule.offered(circle));
      case "leaveWaitlist" ->
          made.put("entry", world.schedule.entry(world.patientLike(circle), circle));
      case "deleteAppointment", "cancelAppointment" ->
          made.put("appointment", world.appointment(circle));
      case "changeAppointmentStatus" -> made.put(given.named(), world.appointment(circle));
      case "deleteSuggestion" ->
          made.put("suggestion", world.suggestion(world.id("doctor", circle, given.who())));
      case "endAISession" ->
          made.put(
              "session",
              world.session(world.people.of(Who.ADMIN), world.id("chat", circle, given.who())));
      case "linkDocument", "deleteDocument" -> made.put("document", world.newDocument(circle));
      case "downloadWithToken", "headWithToken" ->
          made.put("download token", world.downloadToken(circle));
      case "endRelation" -> made.put("relation", world.newRelation(circle));
      case "mapHospitalDoctor" -> made.put("hospital", world.newHospital());
      case "mapHospitalPatient", "mapDoctorPatient" -> made.put("patient", world.patientOfNobody());
      case "unmapHospitalDoctor", "unmapHospitalDoctorPair" -> {
        made.put("hospital", world.newHospital());
        made.put(
            "hospital-doctor mapping",
            world.map("hospital-doctor", given.id("hospital"), given.id("doctor")));
      }
      case "unmapHospitalPatient", "unmapHospitalPatientPair" -> {
        made.put("patient", world.patientOfNobody());
        made.put(
            "hospital-patient mapping",
            world.map("hospital-patient", given.id("hospital"), given.id("patient")));
      }
      case "unmapDoctorPatient", "unmapDoctorPatientPair" -> {
        made.put("patient", world.patientOfNobody());
        made.put(
            "doctor-patient mapping",
            world.map("doctor-patient", given.id("doctor"), given.id("patient")));
      }
      default -> {}
    }
  }

  private static Body login(Given given) {
    var patient = given.world().people.of(Who.PATIENT);
    return Body.form(Map.of("username", patient.email(), "password", patient.password()));
  }

  private static Map<String, ?> refresh(Given given) {
    var people = given.world().people;
    var patient = people.of(Who.PATIENT);
    return Map.of(
        "refresh_token", people.login(patient.email(), patient.password()).refreshToken());
  }

  private static Map<String, ?> newPassword(Given given) {
    var old = given.made().getOrDefault("password", "a password of nobody");
    return Map.of("old_password", old, "new_password", People.password());
  }

  private static String password(Given given) {
    return given.made().getOrDefault("password", "a password of nobody");
  }

  /// One step ahead, since the one of now may have confirmed the factor.
  private static String code(Given given) {
    var secret = given.made().get("secret");
    return secret == null
        ? "000000"
        : AuthenticatorApp.code(secret, Instant.now().plus(30, ChronoUnit.SECONDS));
  }

  private static Map<String, ?> secondStep(Given given) {
    var people = given.world().people;
    var account = people.another(Who.PATIENT);
    var secret = people.enrol(account, true);
    return Map.of(
        "mfa_token", people.halfWay(account),
        "code", AuthenticatorApp.code(secret, Instant.now().plus(30, ChronoUnit.SECONDS)));
  }

  private static Map<String, ?> byLink(Given given) {
    var people = given.world().people;
    var link =
        people
            .post(
                people.of(Who.ADMIN),
                "/users/" + people.another(Who.PATIENT).id() + "/password-link",
                Map.of())
            .path("link")
            .asString();
    return Map.of(
        "token", link.substring(link.indexOf('=') + 1), "new_password", People.password());
  }

  private static Body message(Given given) {
    return Given.ATTACHED.equals(given.thing())
        ? Body.multipart(Map.of("chat_id", given.id("chat"), "document_id", given.id()))
        : Body.multipart(Map.of("chat_id", given.id("chat"), "message", "Good day"));
  }

  private static Map<String, Object> relation(Given given) {
    return with(ids(given, "patient"), "relation", "guardian");
  }

  private static Map<String, ?> booking(Given given) {
    var fields = ids(given, "doctor", "patient");
    fields.put("time_slot", given.world().freeSlot());
    fields.put("type", "regular");
    if ("hospital".equals(given.thing())) {
      fields.put("hospital_id", given.id());
    } else if (given.who().isHospital()) {
      fields.put("hospital_id", given.world().people.of(given.who()).id());
    }
    return fields;
  }

  private static Map<String, ?> waiting(Given given) {
    var fields = ids(given, "doctor", "patient");
    var from = Instant.parse(given.world().freeSlot());
    fields.put("from", from.toString());
    fields.put("to", from.plus(30, ChronoUnit.MINUTES).toString());
    return fields;
  }

  private static Map<String, ?> status(Given given) {
    return given.named().endsWith("cancel")
        ? Map.of("status", "cancelled", "cancellation_reason", "Away that day")
        : Map.of("status", "completed");
  }

  private static Map<String, Object> ids(Given given, String... names) {
    var fields = new HashMap<String, Object>();
    for (var name : names) {
      fields.put(name + "_id", given.id(name));
    }
    return fields;
  }

  private static Map<String, Object> with(Map<String, Object> fields, String name, String value) {
    fields.put(name, value);
    return fields;
  }

  private static Map.Entry<String, Function<Given, Body>> json(
      String operation, Function<Given, Map<String, ?>> fields) {
    return entry(operation, given -> Body.json(fields.apply(given)));
  }
}
