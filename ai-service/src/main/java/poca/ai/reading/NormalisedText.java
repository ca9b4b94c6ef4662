package poca.ai.reading;

import java.util.Arrays;

/// A message in the one form in which it is read: no markup, no invisible characters, ASCII digits,
/// one kind of blank and of apostrophe, with the way back to what was sent.
///
/// Accents stay, since they tell the language; [Word] drops them.
public final class NormalisedText {

  private final String text;
  private final int[] starts;
  private final int[] ends;

  private NormalisedText(String text, int[] starts, int[] ends) {
    this.text = text;
    this.starts = starts;
    this.ends = ends;
  }

  public static NormalisedText of(String message) {
    var sent = new Draft(message.length());
    for (int at = 0; at < message.length(); at++) sent.add(message.charAt(at), at, at + 1);
    if (isPlain(message)) return sent.done();
    var read = sent;
    // Pasted text is sometimes escaped twice; a third time has not been seen.
    for (int round = 0; round < 3 && Markup.mayBeIn(read.text); round++)
      read = Markup.without(read);
    read = CharacterNormaliser.plain(read);
    // Tags in full-width letters are tags only now.
    if (Markup.mayBeIn(read.text)) read = Markup.without(read);
    return read.done();
  }

  /// Most messages are typed in ASCII and hold nothing to change.
  private static boolean isPlain(String message) {
    for (int at = 0; at < message.length(); at++) {
      char c = message.charAt(at);
      if ((c < ' ' && c != '\n') || c >= 127 || c == '<' || c == '&' || c == '\\' || c == '`')
        return false;
    }
    return true;
  }

  public String text() {
    return text;
  }

  /// The offset in the message, in UTF-16 code units, of what became the character `at`.
  public int start(int at) {
    return starts[at];
  }

  /// The offset in the message after what became the character `at`.
  public int end(int at) {
    return ends[at];
  }

  /// A text under way from one form to the next; every character knows where it comes from.
  static final class Draft {
    final StringBuilder text;
    private int[] starts;
    private int[] ends;

    Draft(int size) {
      text = new StringBuilder(size);
      starts = new int[Math.max(16, size)];
      ends = new int[Math.max(16, size)];
    }

    int start(int at) {
      return starts[at];
    }

    int end(int at) {
      return ends[at];
    }

    void add(char c, int start, int end) {
      int at = text.length();
      if (at == starts.length) {
        starts = Arrays.copyOf(starts, at * 2);
        ends = Arrays.copyOf(ends, at * 2);
      }
      starts[at] = start;
      ends[at] = end;
      text.append(c);
    }

    void add(String all, int start, int end) {
      for (int i = 0; i < all.length(); i++) add(all.charAt(i), start, end);
    }

    void dropLast() {
      text.setLength(text.length() - 1);
    }

    void replace(int at, char c) {
      text.setCharAt(at, c);
    }

    NormalisedText done() {
      int size = text.length();
      return new NormalisedText(
          text.toString(), Arrays.copyOf(starts, size), Arrays.copyOf(ends, size));
    }
  }
}
