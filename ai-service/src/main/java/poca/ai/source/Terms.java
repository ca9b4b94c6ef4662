package poca.ai.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The words of a text that say something by themselves, each with whether it is denied and on
/// which side it is.
final class Terms {

  /// @param stem of the word
  /// @param denied whether a "no" stands in front of it in its clause
  /// @param side of the body it is said to be on; null for none
  record Term(String word, String stem, boolean denied, @Nullable Side side, int start, int end) {

    Term under(boolean denial) {
      return new Term(word, stem, denial, side, start, end);
    }
  }

  enum Side {
    LEFT,
    RIGHT,
    BOTH
  }

  private static final Set<String> SMALL =
      Pattern.compile("\\s+")
          .splitAsStream(
              """
              a an the this that these those there here it its is am are was were be been being do does did done
              has have had having will would shall should can could may might must i me my mine you your yours he
              him his she her hers we us our they them their one ones some any each of in on at to from for with by
              about into onto over under up down out off through between while as than then when where who whom
              which what how why and or but so because if also too very just only still yet now currently present
              presently today's s t m ve re d ll patient patients mother's father's writer says said say saying tells
              told tell states stated state stating reports reported report reporting describes described describe
              mentions mentioned complains complaining complaint complaints presents presenting notes noted feels
              feel felt feeling has had gets get got getting having experience experiences experiencing experienced
              suffer suffers suffering symptom symptoms history known record recorded file onset started starting
              start starts began beginning begins since lasting lasts duration taking takes taken took take use uses
              using used given gave give uses medication medications medicine medicines drug drugs remedy value
              reading measured measures measurement around approximately approx like well main
              concern condition associated stated other further such per whole according documented notes
              asked answered answer answers confirms confirmed admits affirms x c f see
              """
                  .strip())
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> DENYING =
      Set.of(
          "no",
          "not",
          "never",
          "without",
          "denies",
          "denied",
          "deny",
          "denying",
          "none",
          "nor",
          "neither",
          "cannot",
          "dont",
          "doesnt",
          "didnt",
          "hasnt",
          "havent",
          "hadnt",
          "isnt",
          "arent",
          "wasnt",
          "werent",
          "wont",
          "cant",
          "couldnt",
          "absent",
          "negative",
          "nothing",
          "unable");

  /// Words that close what a "no" opened.
  private static final Set<String> CLOSING =
      Set.of("but", "however", "although", "except", "though");

  /// Words with which something is asserted anew behind a comma.
  private static final Set<String> ASSERTING =
      Set.of(
          "i", "he", "she", "it", "we", "they", "has", "have", "had", "is", "are", "was", "were",
          "with", "also");

  private static final Pattern WORD = Pattern.compile("[\\p{L}][\\p{L}\\p{M}'’]*|[.,;:!?()\\n]");
  private static final Pattern NOT_A_SIDE =
      Pattern.compile(
          "(?i)^ ?(?:now|away|after|before|up|over|then|there|here|about|and wrong)\\b");
  private static final Pattern NO_SIDE_BEFORE =
      Pattern.compile("(?i)\\b(?:all|is|that's|thats|you're|am|was|be|not) $");

  private static final List<String> ENDINGS =
      List.of("ingly", "edly", "ings", "ing", "ies", "ied", "ed", "es", "ly", "s", "e", "y");
  private static final int SHORTEST_STEM = 3;

  /// How far a side reaches, in words that say something.
  private static final int REACH = 3;

  private Terms() {}

  static List<Term> in(String text) {
    var terms = new ArrayList<Term>();
    var word = WORD.matcher(text);
    boolean denied = false;
    Side side = null;
    int reach = 0;
    boolean behindComma = false;
    while (word.find()) {
      var said = word.group().toLowerCase(Locale.ROOT).replaceAll("['’]", "");
      if (!Character.isLetter(said.isEmpty() ? '.' : said.charAt(0))) {
        // A list of what is denied goes on over its commas.
        behindComma = word.group().equals(",");
        if (!behindComma) {
          denied = false;
          side = null;
        }
        continue;
      }
      if (behindComma && ASSERTING.contains(said)) denied = false;
      behindComma = false;
      if (DENYING.contains(said)) {
        denied = true;
        continue;
      }
      if (CLOSING.contains(said)) {
        denied = false;
        side = null;
        continue;
      }
      var named = side(said, text, word.start(), word.end());
      if (named != null) {
        side = named;
        reach = REACH;
        continue;
      }
      if (SMALL.contains(said)) continue;
      terms.add(new Term(said, stem(said), denied, side, word.start(), word.end()));
      if (side != null && --reach == 0) side = null;
    }
    return terms;
  }

  private static @Nullable Side side(String word, String text, int start, int end) {
    return switch (word) {
      case "left", "leftsided" -> after(text, end) ? null : Side.LEFT;
      case "right", "rightsided" ->
          after(text, end) || NO_SIDE_BEFORE.matcher(text.substring(0, start)).find()
              ? null
              : Side.RIGHT;
      case "both", "bilateral", "bilaterally" -> Side.BOTH;
      default -> null;
    };
  }

  private static boolean after(String text, int end) {
    return NOT_A_SIDE.matcher(text.substring(end)).find();
  }

  static String stem(String word) {
    for (var ending : ENDINGS) {
      if (!word.endsWith(ending) || word.length() - ending.length() < SHORTEST_STEM) continue;
      var stem = word.substring(0, word.length() - ending.length());
      var last = stem.length() - 1;
      return last >= SHORTEST_STEM && stem.charAt(last) == stem.charAt(last - 1)
          ? stem.substring(0, last)
          : stem;
    }
    return word;
  }
}
