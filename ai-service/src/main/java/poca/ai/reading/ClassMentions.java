package poca.ai.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Finds medicines and conditions whose class matters to a rule, in what is said and on record.
public final class ClassMentions {

  private static final String FILE = "words/medicine-classes.tsv";

  private static final Phrases<String> CLASSES = read();

  private static final Set<String> STOPPED =
      Set.of("stopped", "finished", "off", "quit", "discontinued", "previously", "former");

  /// On the skin or in the lungs little of it reaches the blood.
  private static final Set<String> LOCAL =
      StatedClauses.words(
          """
          cream ointment nasal spray inhaler drops gel lotion patch shampoo
          """);

  private static final Set<String> MAY = Set.of("should", "can", "could", "may", "shall", "would");
  private static final Set<String> USE =
      Set.of("take", "have", "use", "give", "try", "start", "be", "need");

  private static final int FAR = 5;

  private ClassMentions() {}

  private static Phrases<String> read() {
    var lines = WordList.lines(FILE);
    var classes = new HashSet<String>();
    for (var line : lines) {
      var cells = line.text().split("\t", -1);
      if (cells.length != 2 || !cells[0].matches("[a-z0-9-]+"))
        throw line.wrong("is no class, tab, phrases");
      if (!classes.add(cells[0])) throw line.wrong("repeats " + cells[0]);
      try {
        for (var phrase : cells[1].split(";", -1)) Phrase.of(phrase);
      } catch (IllegalArgumentException | IndexOutOfBoundsException wrong) {
        throw line.wrong(String.valueOf(wrong.getMessage()));
      }
    }
    return Phrases.read(
        lines.stream()
            .map(line -> line.text().replaceFirst("\t", ": "))
            .collect(Collectors.joining("\n")),
        name -> name);
  }

  /// The classes by their names.
  public static Set<String> names() {
    return WordList.lines(FILE).stream()
        .map(line -> line.text().split("\t", -1)[0])
        .collect(Collectors.toUnmodifiableSet());
  }

  static List<ClassMention> in(
      TokenisedText text, Function<Phrases.Hit<Finding>, AssertionStatus> senses) {
    var takings = new ArrayList<ClassMention>();
    for (var hit : CLASSES.find(text.words())) {
      if (Quantity.is(text.words(), hit.end(), LOCAL)) continue;
      var status = sense(text.words(), hit, senses);
      takings.add(new ClassMention(hit.key(), text.span(hit.first(), hit.end()), status));
    }
    return List.copyOf(takings);
  }

  private static AssertionStatus sense(
      List<Word> words,
      Phrases.Hit<String> hit,
      Function<Phrases.Hit<Finding>, AssertionStatus> senses) {
    var status =
        senses.apply(
            new Phrases.Hit<>(Finding.BLOOD_THINNER, hit.first(), hit.end(), hit.negatedInside()));
    if (status != AssertionStatus.PRESENT) return status;
    for (int at = hit.first() - 1; at >= Math.max(0, hit.first() - FAR); at--) {
      var text = words.get(at).text();
      if (STOPPED.contains(text)) return AssertionStatus.PAST;
      if (text.equals("used") && Quantity.is(words, at + 1, Set.of("to")))
        return AssertionStatus.PAST;
      if (text.equals("allergic")) return AssertionStatus.ABSENT;
      if (USE.contains(text)
          && (Quantity.is(words, at - 1, MAY) || Quantity.is(words, at - 2, MAY)))
        return AssertionStatus.HYPOTHETICAL;
      if (words.get(at + 1).startsClause()) break;
    }
    return AssertionStatus.PRESENT;
  }

  /// The classes that the medicines and conditions of a record name.
  public static Set<String> classes(List<String> medicines, List<String> conditions) {
    var classes = new HashSet<String>();
    medicines.forEach(entry -> classes.addAll(classes(entry)));
    conditions.forEach(entry -> classes.addAll(classes(entry)));
    return classes;
  }

  /// Nothing when an entry says that it was stopped.
  static Set<String> classes(String entry) {
    var words = Word.of(entry);
    if (words.stream().anyMatch(w -> STOPPED.contains(w.text()))) return Set.of();
    return named(words);
  }

  /// The classes that a text names, however that is meant.
  static Set<String> named(String text) {
    return named(Word.of(text));
  }

  private static Set<String> named(List<Word> words) {
    return CLASSES.find(words).stream()
        .filter(hit -> !Quantity.is(words, hit.end(), LOCAL))
        .map(Phrases.Hit::key)
        .collect(Collectors.toUnmodifiableSet());
  }
}
