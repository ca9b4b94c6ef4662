package poca.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// The people of the demo: synthetic, made once by `demo/demo-data` and moved in time so that they
/// are ill today.
record DemoData(
    List<Hospital> hospitals,
    List<Doctor> doctors,
    List<Patient> patients,
    List<Relation> relations) {

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  record Hospital(
      String key,
      String name,
      String address,
      String city,
      String state,
      String country,
      String pinCode,
      String contact,
      List<String> specialities) {}

  record Doctor(
      String key,
      String givenName,
      String familyName,
      String designation,
      int experience,
      String details,
      String contact,
      String shiftTimeStart,
      String shiftTimeEnd,
      List<String> hospitals) {
    String name() {
      return "Dr. " + givenName + " " + familyName;
    }
  }

  record Patient(
      String key,
      String givenName,
      String familyName,
      String birthDate,
      String gender,
      String contact,
      String city,
      String state,
      String country,
      @Nullable String bloodGroup,
      @Nullable Double heightCm,
      @Nullable Double weightKg,
      List<String> allergies,
      List<String> medications,
      List<String> conditions,
      String caseHistory,
      List<Report> reports,
      List<String> doctors,
      List<String> hospitals) {
    String name() {
      return givenName + " " + familyName;
    }
  }

  record Report(
      String title, String reportType, String date, String description, List<Item> items) {}

  record Item(String name, String value, @Nullable String unit) {
    String line() {
      return name + ": " + value + (unit == null ? "" : " " + unit);
    }
  }

  record Relation(String owner, String patient, String relation) {}

  private record Reference(String referenceDate) {}

  static DemoData asOf(LocalDate today) {
    var json =
        JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    var text = resource();
    var made = LocalDate.parse(json.readValue(text, Reference.class).referenceDate());
    var days = ChronoUnit.DAYS.between(made, today);
    var moved =
        DATE.matcher(text)
            .replaceAll(date -> LocalDate.parse(date.group()).plusDays(days).toString());
    return json.readValue(moved, DemoData.class);
  }

  private static String resource() {
    try (var in = DemoData.class.getResourceAsStream("/demo/patients.json")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isDependant(Patient patient) {
    return relations.stream().anyMatch(relation -> relation.patient().equals(patient.key()));
  }
}
