package poca.ai.reading;

import java.util.Map;
import java.util.Set;
import poca.ai.content.Line;

/// What the files of concepts say.
///
/// @param byId in the order of the files
/// @param phrases the words by which each is recognised, in the corrected spelling of [Spelling]
///   (units are plural: "days" stands for "day")
/// @param saidMoreExactlyBy a hit is dropped when it lies inside a longer hit of one of these
/// @param labels where the label of each stands
record ConceptTable(
    Map<String, Finding> byId,
    Phrases<Finding> phrases,
    Map<Finding, Set<Finding>> saidMoreExactlyBy,
    Map<Finding, Line> labels) {

  boolean saysItMoreExactly(Finding exact, Finding finding) {
    return exact == Finding.NOTHING
        || saidMoreExactlyBy.getOrDefault(finding, Set.of()).contains(exact);
  }
}
