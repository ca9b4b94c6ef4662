package poca.demo.data;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.ImagingStudy;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/// One person's FHIR bundle, read in plain words. Lists are newest first.
final class Chart {

  static final String HBA1C = "4548-4";
  static final String HEIGHT = "8302-2";
  static final String WEIGHT = "29463-7";
  static final String HEAD = "9843-4";
  static final String BODY_MASS_INDEX = "39156-5";
  static final String BODY_MASS_INDEX_PERCENTILE = "59576-9";
  static final String WEIGHT_FOR_LENGTH_PERCENTILE = "77606-2";
  static final String HEAD_PERCENTILE = "8289-1";

  private final Bundle bundle;

  Chart(Bundle bundle) {
    this.bundle = bundle;
  }

  record Problem(String name, LocalDate since, @Nullable LocalDate until) {}

  record Visit(Instant start, String type, @Nullable String reason, String clinician) {
    LocalDate date() {
      return day(start);
    }
  }

  record Measure(String code, String name, LocalDate date, BigDecimal value, String unit) {}

  record Panel(String name, LocalDate date, List<Measure> measures) {}

  record Act(String name, Instant start) {
    LocalDate date() {
      return day(start);
    }
  }

  Patient patient() {
    return all(Patient.class).findFirst().orElseThrow();
  }

  LocalDate birthDate() {
    return patient().getBirthDate().toInstant().atZone(ZoneOffset.UTC).toLocalDate();
  }

  List<Problem> problems() {
    return all(Condition.class)
        .map(c ->
            new Problem(
                Wording.plain(c.getCode().getText()),
                day(instant(c.getOnsetDateTimeType())),
                c.hasAbatement() ? day(instant(c.getAbatementDateTimeType())) : null))
        .filter(p -> Wording.clinical(p.name()))
        .sorted(Comparator.comparing(Problem::since).reversed())
        .toList();
  }

  List<Problem> activeProblems() {
    var active = problems().stream().filter(p -> p.until() == null).toList();
    var diabetic = active.stream().anyMatch(p -> p.name().startsWith("Diabetes mellitus"));
    return distinct(active, Problem::name).stream()
        .filter(p -> !(diabetic && p.name().equals("Prediabetes")))
        .filter(p -> !(p.name().contains("besity (BMI") && bodyMassIndexBelow30()))
        .toList();
  }

  /// Synthea never ends an obesity.
  private boolean bodyMassIndexBelow30() {
    return newest(BODY_MASS_INDEX).filter(m -> m.value().doubleValue() < 30).isPresent();
  }

  List<String> activeMedications() {
    return all(MedicationRequest.class)
        .filter(m -> m.getStatus() == MedicationRequestStatus.ACTIVE)
        .sorted(Comparator.comparing(MedicationRequest::getAuthoredOn).reversed())
        .map(m -> Wording.plain(m.getMedicationCodeableConcept().getText()))
        .distinct()
        .toList();
  }

  List<String> allergies() {
    return all(AllergyIntolerance.class)
        .filter(a -> a.getClinicalStatus().getCodingFirstRep().getCode().equals("active"))
        .map(a -> Wording.plain(a.getCode().getText()))
        .filter(Wording::clinical)
        .distinct()
        .sorted()
        .toList();
  }

  List<Visit> visits() {
    return all(Encounter.class)
        .map(Chart::visit)
        .filter(v -> v.start().isBefore(Synthea.STOP))
        .sorted(Comparator.comparing(Visit::start).reversed())
        .toList();
  }

  private static Visit visit(Encounter encounter) {
    var reason = Wording.plain(encounter.getReasonCodeFirstRep().getCodingFirstRep().getDisplay());
    return new Visit(
        encounter.getPeriod().getStart().toInstant(),
        Wording.plain(encounter.getTypeFirstRep().getText()),
        Wording.clinical(reason) ? reason : null,
        encounter.getParticipantFirstRep().getIndividual().getDisplay());
  }

  Optional<Measure> newest(String code) {
    return measures().filter(m -> m.code().equals(code)).findFirst();
  }

  Optional<Measure> oldest(String code) {
    return measures().filter(m -> m.code().equals(code)).reduce((newer, older) -> older);
  }

  /// "118/76", as it is said.
  Optional<String> bloodPressure() {
    return all(Observation.class)
        .filter(o -> o.getCode().getCodingFirstRep().getCode().equals("85354-9"))
        .max(Comparator.comparing(o -> instant(o.getEffectiveDateTimeType())))
        .map(o -> component(o, "8480-6") + "/" + component(o, "8462-4"));
  }

  private static BigDecimal component(Observation panel, String code) {
    return panel.getComponent().stream()
        .filter(c -> c.getCode().getCodingFirstRep().getCode().equals(code))
        .map(c -> Wording.rounded(c.getValueQuantity().getValue(), 0))
        .findFirst()
        .orElseThrow();
  }

  Optional<String> bloodGroup() {
    return all(Observation.class)
        .filter(o -> o.getCode().getCodingFirstRep().getCode().equals("883-9"))
        .filter(Observation::hasValueCodeableConcept)
        .map(o -> o.getValueCodeableConcept().getText())
        .findFirst();
  }

  /// Laboratory panels with at least three measured values.
  List<Panel> panels() {
    return all(DiagnosticReport.class)
        .filter(r ->
            r.getCategoryFirstRep().getCodingFirstRep().getCode() instanceof String c
                && c.equals("LAB"))
        .map(r ->
            new Panel(
                Wording.panel(r.getCode().getText()),
                day(instant(r.getEffectiveDateTimeType())),
                r.getResult().stream()
                    .flatMap(result -> byReference(result.getReference()))
                    .toList()))
        .filter(p -> p.measures().size() >= 3)
        .sorted(Comparator.comparing(Panel::date).reversed())
        .toList();
  }

  private Stream<Measure> byReference(String reference) {
    return bundle.getEntry().stream()
        .filter(entry -> entry.getFullUrl().equals(reference))
        .map(Bundle.BundleEntryComponent::getResource)
        .filter(Observation.class::isInstance)
        .flatMap(observation -> measure((Observation) observation));
  }

  List<Act> immunizations() {
    return all(Immunization.class)
        .map(i -> new Act(i.getVaccineCode().getText(), instant(i.getOccurrenceDateTimeType())))
        .sorted(Comparator.comparing(Act::start).reversed())
        .toList();
  }

  List<Act> procedures() {
    return all(Procedure.class)
        .map(p ->
            new Act(
                Wording.plain(p.getCode().getText()),
                p.getPerformedPeriod().getStart().toInstant()))
        .sorted(Comparator.comparing(Act::start).reversed())
        .toList();
  }

  record Image(String name, LocalDate date, String modality, String bodySite) {}

  List<Image> images() {
    return all(ImagingStudy.class)
        .filter(i -> !i.getProcedureCodeFirstRep().getText().contains("Dental"))
        .map(i ->
            new Image(
                Wording.plain(i.getProcedureCodeFirstRep().getText()),
                day(i.getStarted().toInstant()),
                i.getSeriesFirstRep().getModality().getDisplay(),
                Wording.plain(i.getSeriesFirstRep().getBodySite().getDisplay())))
        .sorted(Comparator.comparing(Image::date).reversed())
        .toList();
  }

  /// The delivery that ended a pregnancy carried to term in the last twelve weeks, if its postnatal
  /// visit has taken place.
  Optional<Act> delivery() {
    return procedures().stream()
        .filter(p -> p.name().equals("Childbirth"))
        .filter(p -> p.date().isAfter(Synthea.TODAY.minusWeeks(12)))
        .filter(p ->
            problems().stream()
                .anyMatch(pregnancy ->
                    pregnancy.name().equals("Normal pregnancy")
                        && p.date().equals(pregnancy.until())
                        && pregnancy.since().isBefore(p.date().minusWeeks(28))))
        .filter(p -> visits().stream().anyMatch(v -> postnatal(v) && v.start().isAfter(p.start())))
        .filter(p -> problems().stream().noneMatch(other -> other.name().contains("clampsia")))
        .findFirst();
  }

  private static boolean postnatal(Visit visit) {
    return visit.type().equals("Postnatal visit");
  }

  Optional<Visit> postnatalVisit() {
    return visits().stream().filter(Chart::postnatal).findFirst();
  }

  long antenatalVisits() {
    return visits().stream()
        .filter(v -> v.type().startsWith("Prenatal"))
        .filter(v -> v.date().isAfter(Synthea.TODAY.minusMonths(11)))
        .count();
  }

  /// A healthy infant: nothing but well child visits, and growth no pediatrician would question.
  boolean thrivesFromBirth() {
    return problems().isEmpty()
        && visits().size() >= 2
        && oldest(WEIGHT).filter(w -> w.value().doubleValue() < 4.2).isPresent()
        && ordinary(oldest(WEIGHT_FOR_LENGTH_PERCENTILE))
        && ordinary(newest(WEIGHT_FOR_LENGTH_PERCENTILE))
        && ordinary(newest(HEAD_PERCENTILE));
  }

  private static boolean ordinary(Optional<Measure> percentile) {
    return percentile.map(p -> p.value().doubleValue()).filter(p -> p > 10 && p < 90).isPresent();
  }

  boolean seenSince(LocalDate day) {
    return visits().stream().anyMatch(v -> v.date().isAfter(day));
  }

  boolean female() {
    return patient().getGender() == AdministrativeGender.FEMALE;
  }

  boolean mentions(Predicate<String> term) {
    return Stream.concat(
            all(Condition.class).map(c -> c.getCode().getText()),
            all(MedicationRequest.class)
                .filter(m -> m.getStatus() == MedicationRequestStatus.ACTIVE)
                .map(m -> m.getMedicationCodeableConcept().getText()))
        .anyMatch(term);
  }

  private Stream<Measure> measures() {
    return all(Observation.class)
        .sorted(
            Comparator.comparing((Observation o) -> instant(o.getEffectiveDateTimeType()))
                .reversed())
        .flatMap(Chart::measure);
  }

  private static Stream<Measure> measure(Observation observation) {
    if (!(observation.getValue() instanceof Quantity quantity)) {
      return Stream.empty();
    }
    var coding = observation.getCode().getCodingFirstRep();
    return Stream.of(
        new Measure(
            coding.getCode(),
            Wording.analyte(coding.getDisplay()),
            day(instant(observation.getEffectiveDateTimeType())),
            quantity.getValue(),
            Wording.unit(quantity.getUnit())));
  }

  private <R extends Resource> Stream<R> all(Class<R> type) {
    return bundle.getEntry().stream()
        .map(Bundle.BundleEntryComponent::getResource)
        .filter(type::isInstance)
        .map(type::cast);
  }

  private static <T> List<T> distinct(List<T> all, Function<T, String> name) {
    var seen = new HashSet<String>();
    return all.stream().filter(t -> seen.add(name.apply(t))).toList();
  }

  private static Instant instant(BaseDateTimeType dateTime) {
    return dateTime.getValue().toInstant();
  }

  private static LocalDate day(Instant instant) {
    return instant.atZone(ZoneOffset.UTC).toLocalDate();
  }
}
