package poca.ai.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// A sorted list of lower-case ASCII words, one a line, kept as the bytes of its file: a set of
/// strings would take ten times the memory.
final class WordList {

  private final byte[] letters;
  private final int[] starts;

  private WordList(byte[] letters, int[] starts) {
    this.letters = letters;
    this.starts = starts;
  }

  static WordList read(String file) {
    var letters = bytes(file);
    var starts = new int[letters.length / 2 + 1];
    int size = 0;
    for (int at = 0; at < letters.length; at++) {
      if (at == 0 || letters[at - 1] == '\n') starts[size++] = at;
    }
    var list = new WordList(letters, Arrays.copyOf(starts, size));
    for (int at = 1; at < size; at++) {
      if (list.compare(at - 1, list.word(at)) >= 0) {
        throw new IllegalStateException("%s:%d is out of order".formatted(file, at + 1));
      }
    }
    return list;
  }

  /// The lines of a content file that say something.
  static List<Line> lines(String file) {
    var lines = new ArrayList<Line>();
    int number = 0;
    for (var line : new String(bytes(file), StandardCharsets.UTF_8).split("\n", -1)) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) lines.add(new Line(file, number, line.strip()));
    }
    return lines;
  }

  /// A line of a content file, for messages that name it.
  record Line(String file, int number, String text) {
    IllegalStateException wrong(String why) {
      return new IllegalStateException("%s:%d %s".formatted(file, number, why));
    }
  }

  private static byte[] bytes(String file) {
    try (var in = WordList.class.getResourceAsStream("/clinical/" + file)) {
      return Objects.requireNonNull(in, file).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean contains(String word) {
    int at = firstFrom(word);
    return at < starts.length && compare(at, word) == 0;
  }

  List<String> startingWith(String stem) {
    var words = new ArrayList<String>();
    for (int at = firstFrom(stem); at < starts.length; at++) {
      var word = word(at);
      if (!word.startsWith(stem)) break;
      words.add(word);
    }
    return words;
  }

  private int firstFrom(String word) {
    int low = 0;
    int high = starts.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (compare(middle, word) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private int end(int at) {
    return at + 1 < starts.length ? starts[at + 1] - 1 : letters.length - 1;
  }

  private String word(int at) {
    return new String(letters, starts[at], end(at) - starts[at], StandardCharsets.US_ASCII);
  }

  private int compare(int at, String word) {
    int from = starts[at];
    int length = end(at) - from;
    for (int i = 0; i < Math.min(length, word.length()); i++) {
      int difference = letters[from + i] - word.charAt(i);
      if (difference != 0) return difference;
    }
    return length - word.length();
  }
}
