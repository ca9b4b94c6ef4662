package poca.ai.interview;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import poca.ai.triage.UrgencyLevel;

/// A first message as somebody might write it, with what a clinician says of it at once.
///
/// @param label what it is
/// @param age with its unit (`34y`, `5m`, `12d`), `-` if unknown
/// @param tag of its language, null for English
record Vignette(UrgencyLevel label, String age, String sex, String text, @Nullable String tag) {

  private static final double YEAR = 365.25;
  private static final double MONTH = YEAR / 12;

  /// One a line: label, age, sex, text and perhaps a tag, between tabs.
  static List<Vignette> in(Path file) throws IOException {
    return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .map(part ->
            new Vignette(
                UrgencyLevel.valueOf(part[0].toUpperCase(Locale.ROOT)),
                part[1],
                part[2],
                part[3],
                part.length > 4 ? part[4] : null))
        .toList();
  }

  Intake.PatientRecord record() {
    var days = days();
    var gender = sex.equals("m") ? "male" : sex.equals("f") ? "female" : null;
    var years = days == null ? null : Integer.valueOf((int) (days / YEAR));
    return new Intake.PatientRecord(
        years,
        days == null ? null : days.intValue(),
        gender,
        null,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        days != null && days < 16 * YEAR ? "child" : "self",
        null);
  }

  private @Nullable Double days() {
    if (age.equals("-")) return null;
    var number = Double.parseDouble(age.substring(0, age.length() - 1));
    return switch (age.charAt(age.length() - 1)) {
      case 'y' -> number * YEAR;
      case 'm' -> number * MONTH;
      default -> number;
    };
  }

  /// After this one message.
  Assessment assessed() {
    var consultation = new Consultation(record());
    consultation.send(text);
    return consultation.assessments.getLast();
  }
}
