package poca.ai.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import poca.ai.content.ContentErrors;
import poca.ai.content.Line;
import poca.ai.reading.ClassMentions;
import poca.ai.reading.Finding;
import poca.ai.reading.Span;

/// What may speak for a problem or against it: a concept, `says LABEL` of `problems/words.tsv`,
/// `takes CLASS`, `speaks of CLASS`, `allergic to NAME`, `family CONCEPT`, `pressure from 140/90`,
/// `temperature from 37.5`, `asks LABEL`, the words in a question; several that have to be there
/// together with ` + ` between them.
sealed interface Clue {

  /// Where it is there.
  ///
  /// @param span in the patient's words; null if only the record knows it
  record Place(String label, @Nullable Span span) {}

  /// None if it is not there, or not all of it.
  List<Place> in(PatientEvidence told);

  record Has(Finding finding) implements Clue {
    @Override
    public List<Place> in(PatientEvidence told) {
      var span = told.present(finding);
      if (span != null) return List.of(new Place(finding.label(), span));
      return told.onRecord(finding)
          ? List.of(new Place("on record: " + finding.label(), null))
          : List.of();
    }
  }

  record Says(String label) implements Clue {
    @Override
    public List<Place> in(PatientEvidence told) {
      var span = told.said(label);
      return span == null ? List.of() : List.of(new Place(label, span));
    }
  }

  record Asks(String label) implements Clue {
    @Override
    public List<Place> in(PatientEvidence told) {
      var span = told.asked(label);
      return span == null ? List.of() : List.of(new Place(label, span));
    }
  }

  /// @param name of a class of medicines or conditions, or of a medicine
  record Takes(String name) implements Clue {
    @Override
    public List<Place> in(PatientEvidence told) {
      var entry = told.onRecord(name);
      if (entry != null) return List.of(new Place("on record: " + entry, null));
      var span = told.taking(name, true);
      return span == null ? List.of() : List.of(new Place(name, span));
    }
  }

  /// In whatever sense: as taken, asked for, offered.
  record Speaks(String name) implements Clue {
    @Override
    public List<Place> in(PatientEvidence told) {
      var span = told.taking(name, false);
      return span == null ? List.of() : List.of(new Place("speaks of " + name, span));
    }
  }

  record Allergic(String name) implements Clue {
    @Override
    public List<Place> in(PatientEvidence told) {
      return told.isAllergic(name)
          ? List.of(new Place("allergy on record: " + name, null))
          : List.of();
    }
  }

  record Family(Finding finding) implements Clue {
    @Override
    public List<Place> in(PatientEvidence told) {
      var span = told.ofOthers(finding);
      return span == null
          ? List.of()
          : List.of(new Place(finding.label() + " in the family", span));
    }
  }

  record Pressure(int systolic, int diastolic) implements Clue {
    @Override
    public List<Place> in(PatientEvidence told) {
      var span = told.pressure(systolic, diastolic);
      return span == null ? List.of() : List.of(new Place("blood pressure", span));
    }
  }

  record Warm(double celsius) implements Clue {
    @Override
    public List<Place> in(PatientEvidence told) {
      var span = told.temperature(celsius);
      return span == null ? List.of() : List.of(new Place("temperature", span));
    }
  }

  record All(List<Clue> clues) implements Clue {
    @Override
    public List<Place> in(PatientEvidence told) {
      var all = new ArrayList<Place>();
      for (var clue : clues) {
        var places = clue.in(told);
        if (places.isEmpty()) return List.of();
        all.addAll(places);
      }
      return all;
    }
  }

  Pattern PRESSURE = Pattern.compile("pressure from (\\d{2,3})/(\\d{2,3})");

  Pattern WARM = Pattern.compile("temperature from (\\d{2}\\.\\d)");

  /// The clues of a line with commas between them.
  static List<Clue> read(@Nullable Line line, ContentErrors contentErrors) {
    if (line == null) return List.of();
    var clues = new ArrayList<Clue>();
    for (var text : line.text().split(",", -1)) {
      var all = new ArrayList<Clue>();
      for (var part : text.split(" \\+ ", -1)) {
        var clue = one(line, part.strip(), contentErrors);
        if (clue != null) all.add(clue);
      }
      if (!all.isEmpty()) clues.add(all.size() == 1 ? all.getFirst() : new All(List.copyOf(all)));
    }
    return List.copyOf(clues);
  }

  private static @Nullable Clue one(Line line, String text, ContentErrors contentErrors) {
    var pressure = PRESSURE.matcher(text);
    if (pressure.matches())
      return new Pressure(Integer.parseInt(pressure.group(1)), Integer.parseInt(pressure.group(2)));
    var warm = WARM.matcher(text);
    if (warm.matches()) return new Warm(Double.parseDouble(warm.group(1)));
    if (text.startsWith("says ") || text.startsWith("asks ")) {
      var label = text.substring("says ".length());
      if (!PatientEvidence.WORDS.contains(label))
        contentErrors.add(line, "no words for `" + label + "`");
      return text.startsWith("says ") ? new Says(label) : new Asks(label);
    }
    if (text.startsWith("takes ")) return new Takes(text.substring("takes ".length()));
    if (text.startsWith("speaks of ")) {
      var name = text.substring("speaks of ".length());
      if (!ClassMentions.names().contains(name)) contentErrors.add(line, "no class `" + name + "`");
      return new Speaks(name);
    }
    if (text.startsWith("allergic to "))
      return new Allergic(text.substring("allergic to ".length()));
    boolean family = text.startsWith("family ");
    var finding = Finding.named(family ? text.substring("family ".length()) : text);
    if (finding == null) contentErrors.add(line, "no concept `" + text + "`");
    return finding == null ? null : family ? new Family(finding) : new Has(finding);
  }
}
