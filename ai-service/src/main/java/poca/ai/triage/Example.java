package poca.ai.triage;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import poca.ai.content.ContentErrors;
import poca.ai.content.Line;
import poca.ai.reading.ClassMentions;
import poca.ai.reading.ConceptFiles;
import poca.ai.reading.Finding;

/// What a patient writes, for a rule to fire on or not: `[45y, diabetes] I vomit and breathe fast`.
///
/// @param line where it stands
/// @param who what the record knows: nothing where no brackets are
record Example(Line line, Background who, String message) {

  private static final Pattern WHO = Pattern.compile("\\[([^\\]]*)\\]\\s*(.*)");
  private static final Pattern AGE = Pattern.compile("(\\d+(?:\\.\\d+)?)([dwmy])");

  static Example of(Line line, ContentErrors contentErrors) {
    var parts = WHO.matcher(line.text());
    if (!parts.matches()) return new Example(line, Background.UNKNOWN, line.text());
    Double days = null;
    Set<Finding> conditions = new LinkedHashSet<>();
    Set<String> classes = new LinkedHashSet<>();
    Double weight = null;
    for (var part : parts.group(1).split(",", -1)) {
      var age = AGE.matcher(part.strip());
      if (age.matches()) days = Double.parseDouble(age.group(1)) * days(age.group(2));
      else if (part.strip().startsWith("kg=")) weight = Double.valueOf(part.strip().substring(3));
      else if (ClassMentions.names().contains(part.strip())) classes.add(part.strip());
      else conditions.addAll(ConceptFiles.named(line, part, contentErrors));
    }
    if (parts.group(2).isEmpty()) contentErrors.add(line, "nothing is written after the brackets");
    return new Example(line, new Background(days, conditions, classes, weight), parts.group(2));
  }

  private static double days(String unit) {
    return switch (unit) {
      case "w" -> 7;
      case "m" -> Criterion.YEAR / 12;
      case "y" -> Criterion.YEAR;
      default -> 1;
    };
  }

  @Override
  public String toString() {
    return line.place() + " " + line.text();
  }
}
