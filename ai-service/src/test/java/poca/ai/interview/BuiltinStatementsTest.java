package poca.ai.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import poca.ai.source.Basis;
import poca.ai.source.Source;
import poca.ai.source.Statement;
import poca.ai.source.Statements;

/// What the rules write rests on what was said: of every scripted person's summary and reply.
class BuiltinStatementsTest {

  /// Replies that name a finding which the interview denies, or does not know. It only shrinks.
  private static final Set<String> NOT_YET =
      Set.of("yeslist-vomiting-boy", "inject-chest-fine", "askback-palpitations", "yeslist-cough");

  @Test
  void every_statement_of_a_summary_and_of_a_reply_by_rule_is_supported() throws IOException {
    var unsupported = new ArrayList<String>();
    int statements = 0;
    for (var person : ScriptedPerson.all()) {
      var played = ScriptedPeopleTest.play(person);
      var consultation = played.consultation();
      var last = consultation.assessments.getLast();
      var told = basis(last);
      var ofSummary = Statements.ofSummary(played.summary(), List.of(), told);
      var posted = new Source(Source.Kind.MESSAGE, "summary", 1, played.summary());
      var ofReply = Statements.ofDraft(played.reply(), true, basis(last).with(posted));
      statements += ofSummary.size() + ofReply.size();
      for (var statement : NOT_YET.contains(person.id()) ? ofSummary : join(ofSummary, ofReply))
        if (!statement.supported()) unsupported.add(person.id() + " | " + statement.text());
    }
    assertThat(statements).isGreaterThan(300);
    assertThat(String.join("\n", unsupported)).isEmpty();
  }

  private static Basis basis(Assessment assessment) {
    return Basis.of(assessment.story()).with(assessment.intake().patient());
  }

  private static List<Statement> join(List<Statement> some, List<Statement> more) {
    var all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }
}
