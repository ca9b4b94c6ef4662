package poca.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Puts the demo's people into a running POCA through its API, in the order in which an
/// administration would: accounts, then who belongs to whom, then the records. What an earlier run
/// left is kept, so it may be repeated.
final class Loader {

  private static final String DOMAIN = "@demo.poca.example";

  private final Gateway gateway;
  private final DemoData data;
  private final Login admin;
  private final String password;
  private final Consumer<String> screen;
  private final Map<String, Login> logins = new LinkedHashMap<>();
  private final Map<String, String> ids = new LinkedHashMap<>();

  Loader(Gateway gateway, DemoData data, Login admin, String password, Consumer<String> screen) {
    this.gateway = gateway;
    this.data = data;
    this.admin = admin;
    this.password = password;
    this.screen = screen;
  }

  /// Logins by the keys of the data: doctors, patients with an account of their own, hospitals.
  record Loaded(Map<String, Login> logins, Map<String, String> ids) {
    Login login(String key) {
      return Objects.requireNonNull(logins.get(key), key);
    }

    String id(String key) {
      return Objects.requireNonNull(ids.get(key), key);
    }
  }

  Loaded load() {
    data.hospitals().forEach(this::hospital);
    data.doctors().forEach(this::doctor);
    data.patients().stream().filter(p -> !data.isDependant(p)).forEach(this::patient);
    data.relations().forEach(this::dependant);
    screen.accept(
        "%d hospitals, %d doctors and %d patients have accounts"
            .formatted(data.hospitals().size(), data.doctors().size(), data.patients().size()));
    mappings();
    screen.accept("hospitals, doctors and patients are mapped to each other");
    data.patients().forEach(this::records);
    screen.accept("case histories and reports with their PDFs are written");
    photos();
    screen.accept("doctors, and a mother and her child, have a face");
    return new Loaded(logins, ids);
  }

  private void hospital(DemoData.Hospital hospital) {
    account(
        "hospital",
        hospital.key(),
        fields(
            "name", hospital.name(),
            "address", hospital.address(),
            "city", hospital.city(),
            "state", hospital.state(),
            "country", hospital.country(),
            "pin_code", hospital.pinCode(),
            "contact", hospital.contact(),
            "specialities", hospital.specialities()));
  }

  private void doctor(DemoData.Doctor doctor) {
    var login =
        account(
            "doctor",
            doctor.key(),
            fields(
                "name", doctor.name(),
                "contact", doctor.contact(),
                "designation", doctor.designation(),
                "experience", doctor.experience(),
                "details", doctor.details()));
    gateway
        .put(
            login,
            "/doctors/" + login.userId(),
            fields(
                "shift_time_start", doctor.shiftTimeStart(),
                "shift_time_end", doctor.shiftTimeEnd()))
        .data();
  }

  private void patient(DemoData.Patient patient) {
    var profile = profile(patient);
    profile.put("allergies", patient.allergies());
    profile.put("medications", patient.medications());
    profile.put("conditions", patient.conditions());
    account("patient", patient.key(), profile);
  }

  /// A child without an account: made by its parent, to whom it is related.
  private void dependant(DemoData.Relation relation) {
    var parent = Objects.requireNonNull(logins.get(relation.owner()));
    var patient =
        data.patients().stream()
            .filter(p -> p.key().equals(relation.patient()))
            .findFirst()
            .orElseThrow();
    for (var known :
        gateway.get(parent, "/patients/user/" + parent.userId()).data().path("patients")) {
      if (known.path("name").asString().equals(patient.name())) {
        ids.put(patient.key(), known.path("id").asString());
        return;
      }
    }
    var profile = profile(patient);
    profile.put("relation", relation.relation());
    profile.put(
        "medical_info",
        fields(
            "allergies", patient.allergies(),
            "medications", patient.medications(),
            "conditions", patient.conditions()));
    ids.put(patient.key(), gateway.post(parent, "/patients", profile).data().path("id").asString());
  }

  private static Map<String, Object> profile(DemoData.Patient patient) {
    return fields(
        "name", patient.name(),
        "dob", patient.birthDate(),
        "gender", patient.gender(),
        "contact", patient.contact(),
        "blood_group", patient.bloodGroup(),
        "height", rounded(patient.heightCm()),
        "weight", rounded(patient.weightKg()));
  }

  private Login account(String kind, String key, Map<String, Object> profile) {
    var login = gateway.account(kind, key + DOMAIN, password, profile);
    logins.put(key, login);
    ids.put(key, login.userId());
    return login;
  }

  private void mappings() {
    for (var doctor : data.doctors()) {
      for (var hospital : doctor.hospitals()) {
        map("hospital-doctor", "hospital_id", hospital, "doctor_id", doctor.key());
      }
    }
    for (var patient : data.patients()) {
      for (var doctor : patient.doctors()) {
        map("doctor-patient", "doctor_id", doctor, "patient_id", patient.key());
      }
      for (var hospital : patient.hospitals()) {
        map("hospital-patient", "hospital_id", hospital, "patient_id", patient.key());
      }
    }
  }

  private void map(String kind, String left, String leftKey, String right, String rightKey) {
    var response =
        gateway.post(
            admin, "/mappings/" + kind, fields(left, ids.get(leftKey), right, ids.get(rightKey)));
    if (!response.alreadyExists()) {
      response.data();
    }
  }

  /// Not of all: each photo takes a second or two.
  private void photos() {
    for (var doctor : data.doctors()) {
      photo(Objects.requireNonNull(logins.get(doctor.key())), "/doctors/", doctor.key());
    }
    for (var relation : data.relations()) {
      var parent = Objects.requireNonNull(logins.get(relation.owner()));
      photo(parent, "/patients/", relation.owner());
      photo(parent, "/patients/", relation.patient());
    }
  }

  private void photo(Login by, String profiles, String key) {
    var path = profiles + ids.get(key);
    if (gateway.get(by, path).data().path("photo").isNull()) {
      var document =
          gateway.upload(by, "/documents/upload", key + ".png", "image/png", Face.of(key)).data();
      gateway.put(by, path, fields("photo", document.path("download_link").asString())).data();
    }
  }

  private void records(DemoData.Patient patient) {
    var doctor = Objects.requireNonNull(logins.get(patient.doctors().getFirst()));
    var path = "/patients/" + ids.get(patient.key());
    if (gateway.get(doctor, path + "/case-history").status() == 404) {
      gateway.post(doctor, path + "/case-history", fields("summary", patient.caseHistory())).data();
    }
    if (gateway.get(doctor, path + "/reports").data().path("total").asInt() == 0) {
      patient.reports().forEach(report -> report(doctor, path, patient, report));
    }
  }

  private void report(Login doctor, String path, DemoData.Patient patient, DemoData.Report report) {
    var id =
        gateway
            .post(
                doctor,
                path + "/reports",
                fields(
                    "title", report.title(),
                    "report_type", report.reportType(),
                    "description", report.description()))
            .data()
            .path("id")
            .asString();
    var lines =
        new ArrayList<String>(List.of("Patient: " + patient.name(), report.description(), ""));
    report.items().forEach(item -> lines.add(item.line()));
    var attached =
        gateway
            .upload(
                doctor,
                path + "/reports/" + id + "/documents",
                report.reportType() + "-" + report.date() + ".pdf",
                "application/pdf",
                Pdf.of(report.title(), lines))
            .data();
    var document = attached.path("document_id").asString();
    if (gateway.download(doctor, document).length != attached.path("size").asInt()) {
      throw new StepFailed("the report's PDF came back with another size");
    }
  }

  private static @Nullable Integer rounded(@Nullable Double value) {
    return value == null ? null : (int) Math.round(value);
  }

  /// Names and values by turns; an absent value is left out.
  private static Map<String, Object> fields(@Nullable Object... namesAndValues) {
    var fields = new LinkedHashMap<String, Object>();
    for (var i = 0; i < namesAndValues.length; i += 2) {
      var value = namesAndValues[i + 1];
      if (value != null) {
        fields.put(String.valueOf(namesAndValues[i]), value);
      }
    }
    return fields;
  }
}
