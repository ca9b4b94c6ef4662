package poca.ai.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import poca.ai.draft.Replies;
import poca.ai.likeness.EmergencyFamily;
import poca.ai.likeness.ShippedLikeness;

/// Plays people of every kind through the whole interview, what they add afterwards and the reply,
/// and holds what comes against what a clinician expects.
class ScriptedPeopleTest {

  private static final String ANYTHING_TO_ADD = "Is there anything to add?";
  private static final String NO_ANSWER = "...";

  /// To a confirming question, which nobody thought of when the person was written: what does not
  /// fit it would stand for "yes".
  private static final String NOT_SO = "no";

  /// What is not as expected yet. It only shrinks: what has become right has to leave it.
  private static final Path NOT_YET = Path.of("src/test/resources/scripts/not-yet.txt");

  static List<ScriptedPerson> people() throws IOException {
    return ScriptedPerson.all();
  }

  @ParameterizedTest
  @MethodSource("people")
  void a_clinician_finds_what_is_expected(ScriptedPerson person) throws IOException {
    var notYet =
        Files.readAllLines(NOT_YET).stream()
            .filter(l -> l.startsWith(person.id() + " | "))
            .toList();
    assertThat(misses(person)).containsExactlyInAnyOrderElementsOf(notYet);
  }

  @Test
  void nothing_stands_on_the_list_that_nobody_expects() throws IOException {
    var ids = new TreeSet<>(people().stream().map(ScriptedPerson::id).toList());
    assertThat(ids).hasSizeGreaterThanOrEqualTo(60);
    assertThat(Files.readAllLines(NOT_YET)).allMatch(line -> ids.contains(line.split(" \\| ")[0]));
  }

  static List<String> misses(ScriptedPerson person) {
    var played = play(person);
    var misses = new ArrayList<String>();
    var questions = played.consultation().questions;
    if (!person.urgency().contains(played.consultation().level()))
      misses.add(person.id() + " | urgency | " + played.consultation().level());
    var counted = played.consultation().counted();
    if (counted.size() > person.questionsAtMost())
      misses.add(person.id() + " | questions | " + counted.size());
    for (var expected : person.expected()) {
      var pattern = expected.pattern();
      boolean met =
          switch (expected.what()) {
            case "asked" -> questions.stream().anyMatch(q -> pattern.matcher(q).find());
            case "never_asked" -> questions.stream().noneMatch(q -> pattern.matcher(q).find());
            case "summary_has" -> pattern.matcher(played.summary()).find();
            case "summary_lacks" -> !pattern.matcher(played.summary()).find();
            case "draft_has" -> pattern.matcher(played.reply()).find();
            case "draft_lacks" -> !pattern.matcher(played.reply()).find();
            default -> throw new IllegalArgumentException(expected.what());
          };
      if (!met) misses.add(person.id() + " | " + expected.what() + " | " + pattern);
    }
    return misses;
  }

  /// @param summary as it stands in the end, with what was added
  record Played(Consultation consultation, String summary, String reply) {}

  static Played play(ScriptedPerson person) {
    var consultation = new Consultation(person.record(), ShippedLikeness.get());
    var left = new ArrayList<>(person.answers());
    var turn = consultation.send(person.first());
    while (!turn.isSummary()) {
      consultation.questions.add(turn.text());
      turn = consultation.send(answer(left, turn.text()));
    }
    var summary = turn.text();
    var addition = answer(left, ANYTHING_TO_ADD);
    if (!addition.equals(NO_ANSWER)
        && consultation.send(addition) instanceof AssistantTurn.Noted noted
        && noted.addition() != null) summary += "\n" + noted.addition();
    var last = consultation.assessments.getLast();
    return new Played(
        consultation,
        summary,
        Replies.to(summary, person.record(), consultation.level(), last.understood()));
  }

  private static String answer(List<ScriptedPerson.Answer> left, String question) {
    if (EmergencyFamily.askedIn(question).isPresent()) return NOT_SO;
    for (var answer : left)
      if (answer.when().matcher(question).find()) {
        left.remove(answer);
        return answer.say();
      }
    return NO_ANSWER;
  }
}
