package poca.ai.reading;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.List;

/// One word of a message: lower case, without apostrophes and accents, misspellings corrected,
/// abbreviations written out.
///
/// @param start UTF-16 offset of its first code unit in the message; the words that one
///   abbreviation stands for share its place
/// @param end UTF-16 offset after its last code unit
/// @param before the strongest separator since the previous word
record Word(String text, int start, int end, Break before) {

  /// A turn asks for the words of the same few messages again and again. In UTF-16 code units, each
  /// of which may be a word: 16 of the longest messages, 20 MB.
  private static final int MOST_KEPT = 256 * 1024;

  private static final LoadingCache<String, List<Word>> READ =
      Caffeine.newBuilder()
          .maximumWeight(MOST_KEPT)
          .weigher((String message, List<Word> words) -> message.length())
          .expireAfterAccess(Duration.ofSeconds(10))
          .build(message -> List.copyOf(Tokeniser.of(NormalisedText.of(message))));

  /// How strongly two neighbouring words are kept apart.
  enum Break {
    SPACE,
    HYPHEN,
    SLASH,
    /// The end of a line inside a sentence: phrases go on over it, a "no" does not always.
    LINE,
    COMMA,
    STOP
  }

  boolean startsClause() {
    return before.compareTo(Break.COMMA) >= 0;
  }

  boolean startsSentence() {
    return before == Break.STOP;
  }

  boolean isNumber() {
    return text.charAt(0) >= '0' && text.charAt(0) <= '9';
  }

  /// The words of a message; their offsets are those of what was sent.
  static List<Word> of(String message) {
    return READ.get(message);
  }
}
