package poca.ai.reading;

import java.util.Map;
import java.util.Set;
import poca.ai.content.Line;

/// What the files of concepts say.
///
/// @param byId in the order of the files
/// @param phrases the words by which each is recognised, in the corrected spelling of [Spelling]
///   (units are plural: "days" stands for "day")
/// @param alone words by which each is recognised where they are all that is said: "low" alone
///   tells of a mood, a low sugar does not
/// @param saidMoreExactlyBy a hit is dropped when it lies inside a longer hit of one of these
/// @param answers the findings to whose question each says yes without naming them, as "it came up
///   positive" does when a pregnancy was asked for
/// @param labels where the label of each stands
record ConceptTable(
    Map<String, Finding> byId,
    Phrases<Finding> phrases,
    Phrases<Finding> alone,
    Map<Finding, Set<Finding>> saidMoreExactlyBy,
    Map<Finding, Set<Finding>> answers,
    Map<Finding, Line> labels) {

  boolean saysItMoreExactly(Finding exact, Finding finding) {
    return exact == Finding.NOTHING
        || saidMoreExactlyBy.getOrDefault(finding, Set.of()).contains(exact);
  }

  boolean answers(Finding said, Finding asked) {
    return answers.getOrDefault(said, Set.of()).contains(asked);
  }
}
