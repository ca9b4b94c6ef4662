package poca.ai.likeness;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Cuts a text into the numbered pieces of words that a BERT model reads, as its `tokenizer.json`
/// says: lower case without accents, punctuation and Chinese characters each on their own, then the
/// longest known piece from the left.
final class WordPieces {

  private static final int LONGEST_WORD = 100;
  private static final String GOES_ON = "##";

  private final Map<String, Integer> numbers;
  private final boolean lowercase;
  private final int unknown;
  private final int first;
  private final int last;

  private WordPieces(Map<String, Integer> numbers, boolean lowercase) {
    this.numbers = numbers;
    this.lowercase = lowercase;
    this.unknown = number("[UNK]");
    this.first = number("[CLS]");
    this.last = number("[SEP]");
  }

  /// @throws IOException if this is no tokenizer of that kind
  static WordPieces read(InputStream json) throws IOException {
    var tokenizer = JsonMapper.shared().readTree(json);
    var model = tokenizer.path("model");
    if (!model.path("type").asString("").equals("WordPiece"))
      throw new IOException("no WordPiece tokenizer: " + model.path("type"));
    var numbers = new HashMap<String, Integer>(1 << 16);
    for (var piece : model.path("vocab").properties())
      numbers.put(piece.getKey(), piece.getValue().asInt());
    for (var special : List.of("[UNK]", "[CLS]", "[SEP]"))
      if (!numbers.containsKey(special)) throw new IOException("the tokenizer lacks " + special);
    return new WordPieces(numbers, lowercase(tokenizer));
  }

  private static boolean lowercase(JsonNode tokenizer) {
    return tokenizer.path("normalizer").path("lowercase").asBoolean(true);
  }

  /// @param most how many pieces at most; of a longer text the end is cut off
  long[] of(String text, int most) {
    var pieces = new ArrayList<Integer>();
    for (var word : words(clean(text))) {
      if (pieces.size() > most) break;
      add(pieces, word);
    }
    int size = Math.min(pieces.size(), most - 2);
    var numbers = new long[size + 2];
    numbers[0] = first;
    for (int at = 0; at < size; at++) numbers[at + 1] = pieces.get(at);
    numbers[size + 1] = last;
    return numbers;
  }

  private String clean(String text) {
    if (!lowercase) return text;
    return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
  }

  private List<String> words(String text) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    for (int at = 0, c; at < text.length(); at += Character.charCount(c)) {
      c = text.codePointAt(at);
      if (isBlank(c)) {
        end(word, words);
      } else if (isPunctuation(c) || Character.isIdeographic(c)) {
        end(word, words);
        words.add(Character.toString(c));
      } else if (!isDropped(c)) {
        word.appendCodePoint(c);
      }
    }
    end(word, words);
    return words;
  }

  private static void end(StringBuilder word, List<String> words) {
    if (!word.isEmpty()) words.add(word.toString());
    word.setLength(0);
  }

  private static boolean isBlank(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /// Control and format characters say nothing, and accents go with the case.
  private boolean isDropped(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE -> true;
      case Character.NON_SPACING_MARK -> lowercase;
      default -> c == 0xFFFD;
    };
  }

  private static boolean isPunctuation(int c) {
    if (c < 128) return c > 32 && c < 127 && !Character.isLetterOrDigit(c);
    return switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  /// A word that is not all made of known pieces is unknown as a whole.
  private void add(List<Integer> pieces, String word) {
    int before = pieces.size();
    int from = 0;
    while (from < word.length()) {
      int to = word.length() > LONGEST_WORD ? from : endOfPiece(word, from);
      if (to == from) {
        pieces.subList(before, pieces.size()).clear();
        pieces.add(unknown);
        return;
      }
      pieces.add(number(piece(word, from, to)));
      from = to;
    }
  }

  private int endOfPiece(String word, int from) {
    int to = word.length();
    while (to > from && !numbers.containsKey(piece(word, from, to))) to--;
    return to;
  }

  private static String piece(String word, int from, int to) {
    return from == 0 ? word.substring(0, to) : GOES_ON + word.substring(from, to);
  }

  private int number(String piece) {
    return numbers.getOrDefault(piece, 0);
  }
}
