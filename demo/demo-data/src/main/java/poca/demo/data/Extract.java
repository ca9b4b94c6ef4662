package poca.demo.data;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import poca.demo.data.Cast.Part;
import poca.demo.data.Cast.Post;
import poca.demo.data.DemoData.Doctor;
import poca.demo.data.DemoData.Encounter;
import poca.demo.data.DemoData.Patient;
import poca.demo.data.DemoData.Relation;
import poca.demo.data.DemoData.Source;
import poca.demo.data.Synthea.Life;

/// Fills the parts of the demo with people made by Synthea and writes them to a file.
final class Extract {

  /// Enough for the rarest part; one person takes 0.2 s.
  private static final int CANDIDATES = 5_000;

  private final Synthea synthea;
  private final String version;
  private final Map<String, Chart> charts = new LinkedHashMap<>();

  private Extract(Synthea synthea, String version) {
    this.synthea = synthea;
    this.version = version;
  }

  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      throw new IllegalArgumentException("usage: Extract <file to write> <version of Synthea>");
    }
    var file = Path.of(args[0]).normalize();
    var data = new Extract(Synthea.start(Cast.CITY), args[1]).demoData();
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, json(data));
    System.out.printf("%d patients written to %s%n", data.patients().size(), file);
  }

  private DemoData demoData() {
    var patients = new ArrayList<Patient>();
    Life mother = null;
    for (var part : Cast.parts()) {
      var life = find(part, seed -> live(part, seed));
      patients.add(patient(part));
      if (part.key().equals(Cast.MOTHER)) {
        mother = life;
      }
    }
    if (mother == null) {
      throw new IllegalStateException("the cast has no mother");
    }
    patients.add(newbornOf(mother));
    return new DemoData(
        new Source(
            "Synthea",
            version,
            Synthea.SEED,
            "Apache-2.0",
            "Synthetic: none of these people exists. Made by demo/demo-data; do not edit."),
        Synthea.TODAY,
        Cast.hospitals(),
        doctors(),
        patients,
        List.of(new Relation(Cast.MOTHER, Cast.NEWBORN, "child")));
  }

  private Optional<Life> live(Part part, long seed) {
    return synthea.live(seed, part.gender(), part.minAge(), part.maxAge());
  }

  private Patient newbornOf(Life mother) {
    var part = Cast.newborn();
    var birth = new Chart(mother.bundle()).delivery().orElseThrow().start();
    find(part, seed -> synthea.bornTo(mother, birth, seed, part.gender()));
    return patient(part);
  }

  private Life find(Part part, LongFunction<Optional<Life>> candidate) {
    for (var seed = part.seed(); seed < part.seed() + CANDIDATES; seed++) {
      var life = candidate.apply(seed).orElse(null);
      if (life != null && part.suitedTo(new Chart(life.bundle()))) {
        System.out.printf("%s: seed %d%n", part.key(), seed);
        charts.put(part.key(), new Chart(life.bundle()));
        return life;
      }
    }
    throw new IllegalStateException("nobody suits the part " + part.key());
  }

  private Patient patient(Part part) {
    var chart = chart(part.key());
    var person = chart.patient();
    var address = person.getAddressFirstRep();
    return new Patient(
        part.key(),
        Wording.withoutDigits(person.getNameFirstRep().getGiven().getFirst().getValue()),
        Wording.withoutDigits(person.getNameFirstRep().getFamily()),
        chart.birthDate(),
        chart.female() ? "female" : "male",
        person.hasTelecom() ? person.getTelecomFirstRep().getValue() : null,
        address.getCity(),
        Cast.STATE,
        address.getCountry(),
        chart.bloodGroup().orElse(null),
        chart.newest(Chart.HEIGHT).map(h -> Wording.rounded(h.value(), 1)).orElse(null),
        chart.newest(Chart.WEIGHT).map(w -> Wording.rounded(w.value(), 1)).orElse(null),
        chart.allergies(),
        chart.activeMedications(),
        chart.activeProblems().stream().map(Chart.Problem::name).toList(),
        chart.visits().stream()
            .limit(6)
            .map(v -> new Encounter(v.date(), v.type(), v.reason()))
            .toList(),
        CaseHistory.of(chart),
        Reports.of(chart),
        part.doctors(),
        part.hospitals());
  }

  private List<Doctor> doctors() {
    var taken = new HashSet<String>();
    return Cast.posts().stream().map(post -> doctor(post, taken)).toList();
  }

  private Doctor doctor(Post post, Set<String> taken) {
    var name =
        chart(post.anchor()).visits().stream()
            .map(Chart.Visit::clinician)
            .map(clinician -> Wording.withoutDigits(clinician.replaceFirst("^Dr\\. ", "")))
            .filter(taken::add)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no clinician for " + post.key()));
    var space = name.lastIndexOf(' ');
    return post.filledBy(name.substring(0, space), name.substring(space + 1));
  }

  private Chart chart(String key) {
    var chart = charts.get(key);
    if (chart == null) {
      throw new IllegalStateException("no such part: " + key);
    }
    return chart;
  }

  private static String json(DemoData data) throws IOException {
    var indenter = new DefaultIndenter("  ", "\n");
    var printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    return JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build()
            .writer(printer)
            .writeValueAsString(data)
        + "\n";
  }
}
