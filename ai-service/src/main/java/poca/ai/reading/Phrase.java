package poca.ai.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A short pattern over the words of one clause, written as a clinician reads it: `pain ~3 chest`.
///
/// A piece is a word, alternatives `a|b`, a stem `vomit*`, an optional word `my?`, a number `#`, a
/// gap of up to n words `~n`, or a named list `{pain}`. A match never crosses a comma or the end of
/// a sentence, so it costs a constant number of steps per word.
record Phrase(List<Piece> pieces) {

  /// One piece of a phrase; `gap` counts the words that may be skipped before it.
  record Piece(Set<String> words, List<String> stems, boolean number, boolean optional, int gap) {
    boolean fits(Word word) {
      if (number) return Numbers.isNumber(word);
      if (words.contains(word.text())) return true;
      for (var stem : stems) if (word.text().startsWith(stem)) return true;
      return false;
    }
  }

  /// Where a phrase ended, and whether a "no" or "not" stood in one of its gaps.
  record Match(int end, boolean negated) {}

  static final Map<String, String> LISTS =
      Map.ofEntries(
          Map.entry(
              "{pain}",
              "pain|pains|ache|aches|aching|achy|hurt|hurts|hurting|sore|painful|cramp|cramps|cramping|tender"),
          Map.entry("{belly}", "stomach|tummy|belly|abdomen|abdominal|gut|tum"),
          Map.entry(
              "{cant}",
              "cant|unable|struggling|struggles|struggle|struggled|hard|difficult|difficulty|trouble"),
          Map.entry("{my}", "my|his|her|the|their|its|babys|your|a|an"),
          Map.entry(
              "{not}",
              "not|isnt|doesnt|dont|didnt|wont|hasnt|havent|wasnt|arent|stopped|refuses|refusing|refused|refuse|cant|never"),
          Map.entry(
              "{bad}",
              "severe|terrible|unbearable|excruciating|worst|horrible|intense|extreme|agonising|agonizing|awful|intolerable|agony"),
          Map.entry(
              "{site}",
              "skin|face|cheek|cheeks|chin|forehead|nose|neck|chest|back|shoulder|shoulders|arm|arms|elbow|elbows|hand|hands|palm|palms|finger|fingers|knuckle|knuckles|leg|legs|knee|knees|thigh|thighs|shin|shins|calf|calves|ankle|ankles|foot|feet|toe|toes|heel|heels|sole|soles|bottom|bum|buttock|buttocks|groin|armpit|armpits|stomach|tummy|belly|hip|hips|waist|wrist|wrists|temple|temples|body|jaw|jawline|trunk|limbs"),
          Map.entry(
              "{joint}",
              "knee|knees|shoulder|shoulders|hip|hips|elbow|elbows|wrist|wrists|ankle|ankles|finger|fingers|thumb|thumbs|toe|toes|joint|joints|knuckle|knuckles|jaw|neck|back"),
          Map.entry("{nail}", "nail|nails|toenail|toenails|fingernail|fingernails"),
          Map.entry(
              "{wound}", "cut|wound|graze|scratch|bite|stitches|tattoo|scar|burn|blister|incision"),
          Map.entry(
              "{medicine}",
              "medicine|tablet|tablets|pill|pills|antibiotics|statin|statins|ibuprofen|paracetamol|metformin|antidepressant|antidepressants|inhaler|steroids|contraceptive|drug|drugs|dose|prescription|sertraline|omeprazole|ramipril|amlodipine|thyroxine|injection|cream"),
          Map.entry("{very}", "very|so|really|extremely|too|quite"),
          Map.entry("{unit}", "hours|days|weeks|months|years|minutes"));

  private static final Set<String> NEGATIONS =
      Set.of(
          "no", "not", "never", "without", "isnt", "dont", "doesnt", "didnt", "hasnt", "havent",
          "wasnt", "arent", "nor", "denies", "werent");
  private static final Set<String> WALLS =
      Set.of("but", "however", "although", "though", "except", "because", "and", "or", "nor");

  static Phrase of(String text) {
    var pieces = new ArrayList<Piece>();
    int gap = 0;
    for (var part : text.strip().split("\\s+", -1)) {
      if (part.startsWith("~")) {
        gap = Integer.parseInt(part.substring(1));
        continue;
      }
      boolean optional = part.endsWith("?");
      pieces.add(piece(optional ? part.substring(0, part.length() - 1) : part, optional, gap));
      gap = 0;
    }
    if (pieces.isEmpty() || pieces.getFirst().optional || gap > 0) {
      throw new IllegalArgumentException("not a phrase: " + text);
    }
    return new Phrase(List.copyOf(pieces));
  }

  private static Piece piece(String part, boolean optional, int gap) {
    var words = new HashSet<String>();
    var stems = new ArrayList<String>();
    for (var alternative : LISTS.getOrDefault(part, part).split("\\|", -1)) {
      for (var one : LISTS.getOrDefault(alternative, alternative).split("\\|", -1)) {
        if (one.endsWith("*")) stems.add(one.substring(0, one.length() - 1));
        else words.add(one);
      }
    }
    return new Piece(Set.copyOf(words), List.copyOf(stems), words.contains("#"), optional, gap);
  }

  /// The match that starts at word `at`, or null.
  @Nullable Match match(List<Word> words, int at) {
    return pieces.getFirst().fits(words.get(at)) ? rest(words, at + 1, 1, false) : null;
  }

  private @Nullable Match rest(List<Word> words, int at, int next, boolean negated) {
    if (next == pieces.size()) return new Match(at, negated);
    var piece = pieces.get(next);
    boolean seen = negated;
    for (int skipped = 0; skipped <= piece.gap && at + skipped < words.size(); skipped++) {
      var word = words.get(at + skipped);
      if (word.startsClause()) break;
      if (piece.fits(word)) {
        var match = rest(words, at + skipped + 1, next + 1, seen);
        if (match != null) return match;
      }
      if (WALLS.contains(word.text())) break;
      if (NEGATIONS.contains(word.text())) seen = true;
    }
    return piece.optional ? rest(words, at, next + 1, negated) : null;
  }
}
