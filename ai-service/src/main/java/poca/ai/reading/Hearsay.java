package poca.ai.reading;

import java.util.List;
import java.util.Set;
import poca.ai.reading.AssertionCues.Cue;

/// Whether a sentence tells what was in the news or in a book: of somebody whom the writer does not
/// know ("On the news pilgrims are collapsing in the heat").
///
/// Nobody who is near may be spoken of: not the writer anywhere in it ("I saw it on the news and my
/// chest hurts"), not a relative or "he" before the news are named or at the start of a clause.
final class Hearsay {

  private static final Set<String> WRITER =
      Set.of("im", "ive", "my", "me", "myself", "our", "us", "we", "were", "now", "tonight");

  private static final Set<String> NEAR =
      Set.of("he", "she", "hes", "shes", "his", "her", "him", "they", "it", "its");

  /// What the writer does with the news.
  private static final Set<String> TAKES_IN =
      Set.of("read", "saw", "see", "seen", "heard", "watched", "just", "only", "used", "think");

  private final List<Word> words;
  private final Clauses clauses;
  private final AssertionCues cues;

  Hearsay(List<Word> words, Clauses clauses, AssertionCues cues) {
    this.words = words;
    this.clauses = clauses;
    this.cues = cues;
  }

  boolean tells(Phrases.Hit<Finding> hit) {
    for (var cue : cues.near(hit.first()))
      if (cue.key() == Cue.NEWS
          && clauses.areInOneSentence(cue.first(), hit.first())
          && isOfNobodyNear(cue)) return true;
    return false;
  }

  private boolean isOfNobodyNear(Phrases.Hit<Cue> cue) {
    int start = clauses.sentenceStart(cue.first());
    for (int at = start;
        at < words.size() && (at == start || !words.get(at).startsSentence());
        at++) {
      var text = words.get(at).text();
      if (WRITER.contains(text) && !isPlural(at)) return false;
      if (text.equals("i") && !Quantity.is(words, at + 1, TAKES_IN)) return false;
      boolean near = NEAR.contains(text) || People.words().contains(text);
      if (near && (at < cue.first() || opensClause(at))) return false;
    }
    return true;
  }

  /// "Read that bleach burns, he drank some".
  private boolean opensClause(int at) {
    return words.get(at).startsClause() || Quantity.is(words, at - 1, Set.of("and", "but"));
  }

  /// "They were" is no "we're".
  private boolean isPlural(int at) {
    return words.get(at).text().equals("were") && at > 0 && !words.get(at).startsClause();
  }
}
