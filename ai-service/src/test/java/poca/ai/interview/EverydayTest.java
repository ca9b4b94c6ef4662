package poca.ai.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import poca.ai.reading.Story;
import poca.ai.triage.UrgencyLevel;

/// Everyday complaints as patients write them: each is found in a table, is understood, and nothing
/// in it is taken for an emergency.
class EverydayTest {

  private static final double YEAR = 365.25;

  private record Written(Intake.PatientRecord patient, String message, Set<String> complaints) {
    Assessment assessment() {
      var exchange = new Story.Exchange("m", message, null, false);
      var doctor = new Intake.Doctor("doctor", null);
      return Assessment.of(new Intake(doctor, patient, List.of(exchange)), null);
    }

    UrgencyLevel level() {
      return assessment().urgency().level();
    }

    String complaint() {
      var concern = new History(assessment()).concern();
      return concern.isKnown() ? concern.complaint().name() : "none";
    }

    @Override
    public String toString() {
      return message;
    }
  }

  static List<Written> complaints() throws IOException {
    return read("/everyday-dev.tsv");
  }

  static List<Written> twins() throws IOException {
    return read("/everyday-twins.tsv");
  }

  private static List<Written> read(String resource) throws IOException {
    try (var in = Objects.requireNonNull(EverydayTest.class.getResourceAsStream(resource))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .map(p ->
              new Written(
                  patient(p[0], p[1]),
                  p[2],
                  p.length < 4 ? Set.of() : Set.copyOf(Arrays.asList(p[3].split("\\|", -1)))))
          .toList();
    }
  }

  /// @param age "34y", "7m", "3w" or "5d"
  private static Intake.PatientRecord patient(String age, String sex) {
    double number = Double.parseDouble(age.substring(0, age.length() - 1));
    double days =
        switch (age.charAt(age.length() - 1)) {
          case 'd' -> number;
          case 'w' -> number * 7;
          case 'm' -> number * YEAR / 12;
          default -> number * YEAR;
        };
    return new Intake.PatientRecord(
        (int) (days / YEAR),
        (int) days,
        sex.equals("m") ? "male" : "female",
        null,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        days < 16 * YEAR ? "child" : "self",
        null);
  }

  @ParameterizedTest
  @MethodSource("complaints")
  void an_everyday_complaint_is_found_in_its_table_and_is_no_emergency(Written written) {
    assertThat(written.complaint()).isIn(written.complaints());
    assertThat(written.level()).isNotEqualTo(UrgencyLevel.RED);
  }

  @ParameterizedTest
  @MethodSource("twins")
  void its_warning_twin_is_not_green(Written written) {
    assertThat(written.level()).isNotEqualTo(UrgencyLevel.GREEN);
  }

  @Test
  void of_the_everyday_complaints_nearly_all_stay_green() throws IOException {
    var all = complaints();
    assertThat(all).hasSizeGreaterThanOrEqualTo(200);
    var found = new ArrayList<Written>();
    var green = new ArrayList<Written>();
    var understood = new ArrayList<Written>();
    for (var written : all) {
      if (written.complaints().contains(written.complaint())) found.add(written);
      if (written.level() == UrgencyLevel.GREEN) green.add(written);
      if (written.assessment().understood()) understood.add(written);
    }
    System.out.printf(
        "everyday complaints: %d, found in their table: %d, green: %d, understood: %d%n",
        all.size(), found.size(), green.size(), understood.size());
    assertThat(green).hasSizeGreaterThan(all.size() * 85 / 100);
    assertThat(understood).hasSizeGreaterThan(all.size() * 88 / 100);
  }
}
