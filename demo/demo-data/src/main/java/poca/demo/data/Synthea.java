package poca.demo.data;

import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import org.hl7.fhir.r4.model.Bundle;
import org.mitre.synthea.engine.Generator;
import org.mitre.synthea.export.FhirR4;
import org.mitre.synthea.helpers.Config;
import org.mitre.synthea.world.agents.Person;

/// Synthea in this JVM: simulates one life at a time and hands it back as a FHIR R4 bundle.
///
/// The same seed gives the same life on every machine: one thread, one fixed "today", UTC, and no
/// exporter that writes files. Which lives were simulated before does not matter.
final class Synthea {

  static final long SEED = 42;
  static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

  static final Instant STOP = TODAY.atStartOfDay(ZoneOffset.UTC).toInstant();

  private final Generator generator;

  private Synthea(Generator generator) {
    this.generator = generator;
  }

  static Synthea start(String city) {
    TimeZone.setDefault(TimeZone.getTimeZone(ZoneOffset.UTC));
    Locale.setDefault(Locale.US);
    List.of(
            "exporter.fhir.export",
            "exporter.hospital.fhir.export",
            "exporter.practitioner.fhir.export",
            "exporter.fhir.use_us_core_ig",
            "exporter.metadata.export",
            "exporter.enable_custom_exporters",
            "generate.append_numbers_to_person_names")
        .forEach(setting -> Config.set(setting, "false"));
    Config.set("generate.log_patients.detail", "none");

    var options = new Generator.GeneratorOptions();
    options.population = 1;
    options.threadPoolSize = 1;
    options.seed = SEED;
    options.clinicianSeed = SEED;
    options.referenceTime = STOP.toEpochMilli();
    options.endTime = STOP.toEpochMilli();
    options.ageSpecified = true;
    options.city = city;

    // Synthea prints each of its 240 modules as it loads them.
    var out = System.out;
    System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    try {
      return new Synthea(new Generator(options));
    } finally {
      System.setOut(out);
    }
  }

  /// A person of that gender (`F` or `M`) and age in whole years, `maxAge` excluded, who is alive
  /// today.
  Optional<Life> live(long seed, String gender, int minAge, int maxAge) {
    generator.options.gender = gender;
    generator.options.minAge = minAge;
    generator.options.maxAge = maxAge;
    return simulate(seed, generator.randomDemographics(new Person(seed)));
  }

  /// A child of `mother`. Synthea knows deliveries but no families: the child is a life of its own
  /// that begins at the delivery, in the mother's town, with her family name and telephone.
  Optional<Life> bornTo(Life mother, Instant birth, long seed, String gender) {
    Map<String, Object> demographics = new HashMap<>(mother.demographics());
    demographics.put(Person.BIRTHDATE, birth.toEpochMilli());
    demographics.put(Person.GENDER, gender);
    var child = generator.createPerson(seed, demographics);
    for (var shared : List.of(Person.LAST_NAME, Person.TELECOM)) {
      child.attributes.put(shared, mother.person().attributes.get(shared));
    }
    return life(demographics, child);
  }

  private Optional<Life> simulate(long seed, Map<String, Object> demographics) {
    return life(demographics, generator.createPerson(seed, demographics));
  }

  private static Optional<Life> life(Map<String, Object> demographics, Person person) {
    if (!person.alive(STOP.toEpochMilli())) {
      return Optional.empty();
    }
    var bundle = FhirR4.convertToFHIR(person, STOP.toEpochMilli());
    return Optional.of(new Life(demographics, person, bundle));
  }

  record Life(Map<String, Object> demographics, Person person, Bundle bundle) {}
}
