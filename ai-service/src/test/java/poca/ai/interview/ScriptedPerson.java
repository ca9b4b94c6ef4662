package poca.ai.interview;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import poca.ai.triage.UrgencyLevel;

/// A person who was written by somebody who had not seen the code: what they say, to which
/// question, and what a clinician expects of the interview, of the summary and of the reply.
///
/// @param answers in order; each is given once, to the first question that it fits
record ScriptedPerson(
    String id,
    Intake.PatientRecord record,
    String first,
    List<Answer> answers,
    List<UrgencyLevel> urgency,
    int questionsAtMost,
    List<Expected> expected) {

  private static final Path FOLDER = Path.of("src/test/resources/scripts");
  private static final double YEAR = 365.25;
  private static final double MONTH = YEAR / 12;

  record Answer(Pattern when, String say) {}

  /// @param what `asked`, `never_asked`, `summary_has`, ...
  record Expected(String what, Pattern pattern) {}

  @Override
  public String toString() {
    return id;
  }

  /// All of them, in the order of the files.
  static List<ScriptedPerson> all() throws IOException {
    var people = new ArrayList<ScriptedPerson>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (var file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList())
        for (Object person : (List<?>) load(Files.readString(file))) people.add(of(map(person)));
    }
    return people;
  }

  private static Object load(String yaml) {
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
  }

  private static ScriptedPerson of(Map<?, ?> person) {
    var expect = map(person.get("expect"));
    var first = text(person, "first");
    var expected = new ArrayList<Expected>();
    for (var what :
        List.of("asked", "never_asked", "summary_has", "summary_lacks", "draft_has", "draft_lacks"))
      for (Object pattern : list(expect.get(what)))
        expected.add(new Expected(what, pattern(String.valueOf(pattern))));
    return new ScriptedPerson(
        text(person, "id"),
        record(person, first),
        first,
        list(person.get("answers")).stream()
            .map(ScriptedPerson::map)
            .map(a -> new Answer(pattern(text(a, "when")), text(a, "say")))
            .toList(),
        list(expect.get("urgency")).stream()
            .map(u -> UrgencyLevel.valueOf(String.valueOf(u).toUpperCase(Locale.ROOT)))
            .toList(),
        Integer.parseInt(text(expect, "questions_at_most")),
        expected);
  }

  private static Intake.PatientRecord record(Map<?, ?> person, String first) {
    var record =
        Optional.ofNullable(person.get("record")).map(ScriptedPerson::map).orElse(Map.of());
    var conditions = new ArrayList<>(texts(record.get("conditions")));
    if (Boolean.TRUE.equals(record.get("pregnant"))) conditions.add("pregnant");
    int days = days(text(person, "age"));
    return new Intake.PatientRecord(
        (int) (days / YEAR),
        days,
        text(person, "sex").equals("m") ? "male" : "female",
        null,
        null,
        null,
        texts(record.get("allergies")),
        texts(record.get("medications")),
        conditions,
        relation(text(person, "writer"), first),
        null);
  }

  /// As it stands in the records of people who write for each other.
  private static String relation(String writer, String first) {
    return switch (writer) {
      case "self" -> "self";
      case "parent" -> "child";
      default ->
          Stream.of("husband", "wife")
              .filter(first.toLowerCase(Locale.ROOT)::contains)
              .findFirst()
              .orElse("parent");
    };
  }

  private static int days(String age) {
    int number = Integer.parseInt(age.substring(0, age.length() - 1));
    return (int)
        Math.ceil(
            switch (age.charAt(age.length() - 1)) {
              case 'y' -> number * YEAR;
              case 'm' -> number * MONTH;
              default -> number;
            });
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
  }

  private static Map<?, ?> map(@Nullable Object node) {
    return (Map<?, ?>) Objects.requireNonNull(node);
  }

  private static String text(Map<?, ?> node, String key) {
    return String.valueOf(node.get(key));
  }

  private static List<String> texts(@Nullable Object node) {
    return list(node).stream().map(String::valueOf).toList();
  }

  private static List<?> list(@Nullable Object node) {
    return node == null ? List.of() : node instanceof List<?> several ? several : List.of(node);
  }
}
