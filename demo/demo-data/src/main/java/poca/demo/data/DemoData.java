package poca.demo.data;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The resource as it is written; the README describes each field.
record DemoData(
    Source source,
    LocalDate referenceDate,
    List<Hospital> hospitals,
    List<Doctor> doctors,
    List<Patient> patients,
    List<Relation> relations) {

  record Source(String generator, String version, long seed, String licence, String note) {}

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
      List<String> hospitals) {}

  record Patient(
      String key,
      String givenName,
      String familyName,
      LocalDate birthDate,
      String gender,
      @Nullable String contact,
      String city,
      String state,
      String country,
      @Nullable String bloodGroup,
      @Nullable BigDecimal heightCm,
      @Nullable BigDecimal weightKg,
      List<String> allergies,
      List<String> medications,
      List<String> conditions,
      List<Encounter> encounters,
      String caseHistory,
      List<Report> reports,
      List<String> doctors,
      List<String> hospitals) {}

  record Encounter(LocalDate date, String type, @Nullable String reason) {}

  record Report(
      String title, String reportType, LocalDate date, String description, List<Item> items) {}

  record Item(String name, String value, @Nullable String unit) {}

  /// The account of `owner` may act for `patient`, who is its `relation`.
  record Relation(String owner, String patient, String relation) {}
}
