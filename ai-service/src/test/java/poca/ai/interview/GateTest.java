package poca.ai.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import poca.ai.likeness.Likeness;
import poca.ai.likeness.ShippedLikeness;
import poca.ai.triage.StoredUrgency;
import poca.ai.triage.UrgencyLevel;

/// How many emergencies the rules see, and how many messages they take for one, of those in
/// `src/test/resources/gate/`: first messages written by people who had not seen the rules.
///
/// `figures.tsv` keeps what was reached with each set, and only ever rises: a set that was mended
/// against says what was learnt, not how good the rules are on what nobody has seen.
@Execution(ExecutionMode.CONCURRENT)
class GateTest {

  private static final Path FOLDER = Path.of("src/test/resources/gate");
  private static final double YEAR = 365.25;

  /// @param label what a careful clinician says from these words and the record alone
  private record Vignette(
      UrgencyLevel label, String family, String age, String sex, String text, String record) {

    static Vignette of(String line) {
      var part = line.split("\t", -1);
      return new Vignette(
          UrgencyLevel.valueOf(part[0].toUpperCase(Locale.ROOT)),
          part[1],
          part[2],
          part[3],
          part[4],
          part.length > 5 ? part[5] : "");
    }

    Assessment assessed(Likeness likeness) {
      var consultation = new Consultation(patient(), likeness);
      consultation.send(text);
      return consultation.assessments.getLast();
    }

    private Intake.PatientRecord patient() {
      var known = new LinkedHashMap<String, List<String>>();
      for (var entry : record.split(";", -1)) {
        var pair = entry.split("=", 2);
        if (pair.length == 2) known.put(pair[0].strip(), Arrays.asList(pair[1].split(",\\s*", -1)));
      }
      var conditions = new ArrayList<>(known.getOrDefault("conditions", List.of()));
      if (known.containsKey("pregnant")) conditions.add("pregnant");
      known.getOrDefault("days after birth", List.of()).stream()
          .map(days -> "gave birth " + days + " days ago")
          .forEach(conditions::add);
      var days = days();
      return new Intake.PatientRecord(
          days == null ? null : Integer.valueOf((int) (days / YEAR)),
          days == null ? null : days.intValue(),
          sex.equals("m") ? "male" : sex.equals("f") ? "female" : null,
          null,
          null,
          null,
          List.of(),
          known.getOrDefault("medications", List.of()),
          conditions,
          days != null && days < 16 * YEAR ? "child" : null,
          null);
    }

    private @Nullable Double days() {
      if (age.equals("-")) return null;
      var number = Double.parseDouble(age.substring(0, age.length() - 1));
      return switch (age.charAt(age.length() - 1)) {
        case 'y' -> number * YEAR;
        case 'm' -> number * YEAR / 12;
        case 'w' -> number * 7;
        default -> number;
      };
    }
  }

  /// What was reached with a set, in per cent.
  private record Figures(double redSeen, double falseRed) {}

  private static List<String> lines(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }

  static List<String> sets() throws IOException {
    return List.copyOf(figures().keySet());
  }

  private static Map<String, Figures> figures() throws IOException {
    var figures = new LinkedHashMap<String, Figures>();
    for (var line : lines(FOLDER.resolve("figures.tsv"))) {
      var part = line.split("\t", -1);
      figures.put(part[0], new Figures(Double.parseDouble(part[1]), Double.parseDouble(part[2])));
    }
    return figures;
  }

  /// What was reached with both nets, in per cent: of the emergencies, those that were red or asked
  /// for; of the others, those that only likeness made red, and those that were asked for nothing.
  private record Together(double seen, double falseRed, double asked) {}

  private static Map<String, Together> together() throws IOException {
    var figures = new LinkedHashMap<String, Together>();
    for (var line : lines(FOLDER.resolve("figures-likeness.tsv"))) {
      var part = line.split("\t", -1);
      figures.put(
          part[0],
          new Together(
              Double.parseDouble(part[1]),
              Double.parseDouble(part[2]),
              Double.parseDouble(part[3])));
    }
    return figures;
  }

  static List<String> setsWithLikeness() throws IOException {
    return List.copyOf(together().keySet());
  }

  /// The exemplars were written without these sets. Which messages are missed is not printed: the
  /// sets that nobody has read are to stay so.
  @ParameterizedTest
  @MethodSource("setsWithLikeness")
  void with_likeness_nearly_all_emergencies_are_red_or_asked_for(String set) throws IOException {
    int reds = 0;
    int seen = 0;
    int atOnce = 0;
    int byLikeness = 0;
    int asked = 0;
    var vignettes = vignettes(set);
    for (var vignette : vignettes) {
      var assessment = vignette.assessed(ShippedLikeness.get());
      boolean isRed = assessment.urgency().level() == UrgencyLevel.RED;
      boolean isAsked = assessment.confirm() != null;
      if (vignette.label() == UrgencyLevel.RED) {
        reds++;
        if (isRed) atOnce++;
        if (isRed || isAsked) seen++;
      } else if (isRed && assessment.urgency().ruleId().startsWith(StoredUrgency.LIKENESS)) {
        byLikeness++;
      } else if (isAsked) {
        asked++;
      }
    }
    int others = vignettes.size() - reds;
    var reached =
        new Together(100.0 * seen / reds, 100.0 * byLikeness / others, 100.0 * asked / others);
    System.out.printf(
        Locale.ROOT,
        "gate %s with likeness: of %d emergencies red %.1f %%, red or asked for %.1f %%; of %d others red by likeness %.1f %%, asked for %.1f %%%n",
        set,
        reds,
        100.0 * atOnce / reds,
        reached.seen(),
        others,
        reached.falseRed(),
        reached.asked());
    var least = Objects.requireNonNull(together().get(set));
    assertThat(reached.seen()).as("red or asked for").isGreaterThanOrEqualTo(least.seen());
    assertThat(reached.falseRed()).as("red by likeness").isLessThanOrEqualTo(least.falseRed());
    assertThat(reached.asked()).as("asked for nothing").isLessThanOrEqualTo(least.asked());
  }

  private static List<Vignette> vignettes(String set) throws IOException {
    var vignettes = new ArrayList<Vignette>();
    try (var files = Files.newDirectoryStream(FOLDER, set + "-*.tsv")) {
      for (var file : files) lines(file).stream().map(Vignette::of).forEach(vignettes::add);
    }
    assertThat(vignettes).isNotEmpty();
    return vignettes;
  }

  @ParameterizedTest
  @MethodSource("sets")
  void emergencies_are_seen_and_others_are_not_taken_for_one_as_before(String set)
      throws IOException {
    var vignettes = vignettes(set);
    int red = 0;
    int seen = 0;
    int yellowSeen = 0;
    int taken = 0;
    for (var vignette : vignettes) {
      var urgency = vignette.assessed(Likeness.OFF).urgency();
      boolean isRed = urgency.level() == UrgencyLevel.RED;
      if (vignette.label() == UrgencyLevel.RED) {
        red++;
        if (isRed) seen++;
        else {
          if (urgency.level() == UrgencyLevel.YELLOW) yellowSeen++;
          System.out.printf(
              "missed %s %s: %s%n", urgency.ruleId(), vignette.family(), vignette.text());
        }
      } else if (isRed) {
        taken++;
        System.out.printf(
            "taken for red %s %s: %s%n", urgency.ruleId(), vignette.family(), vignette.text());
      }
    }
    double redSeen = 100.0 * seen / Math.max(1, red);
    double falseRed = 100.0 * taken / Math.max(1, vignettes.size() - red);
    System.out.printf(
        Locale.ROOT,
        "gate %s: %d of %d emergencies seen (%.1f %%), %d of the missed yellow; %d of %d others red (%.1f %%)%n",
        set,
        seen,
        red,
        redSeen,
        yellowSeen,
        taken,
        vignettes.size() - red,
        falseRed);
    var least = Objects.requireNonNull(figures().get(set));
    assertThat(redSeen).as("emergencies seen").isGreaterThanOrEqualTo(least.redSeen());
    assertThat(falseRed).as("others taken for red").isLessThanOrEqualTo(least.falseRed());
  }
}
