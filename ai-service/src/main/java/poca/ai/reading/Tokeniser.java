package poca.ai.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Cuts a plain text into words: finds where they begin and end and how strongly they are kept
/// apart, joins what was spelled out, writes out abbreviations and corrects the spelling.
final class Tokeniser {

  /// A word as it was typed.
  ///
  /// @param from index of its first character in the plain text
  /// @param name whether it is written like a name, with a capital inside a sentence
  /// @param capitals whether it is written in capitals where other words are not
  record Typed(String text, int from, int to, Word.Break before, boolean name, boolean capitals) {}

  private static final Set<String> BEFORE_NOT =
      Set.of(
          "can", "could", "do", "does", "did", "is", "are", "was", "were", "has", "have", "had",
          "will", "would", "should");

  /// What is left of "can't" when its apostrophe went missing.
  private static final Set<String> BEFORE_T =
      Set.of(
          "can", "don", "doesn", "didn", "isn", "aren", "wasn", "weren", "hasn", "haven", "hadn",
          "won", "couldn", "wouldn", "shouldn", "ain");

  /// A full stop after these does not end the sentence.
  private static final Set<String> ABBREVIATED =
      Set.of(
          "temp", "approx", "hrs", "hr", "min", "mins", "sec", "secs", "yrs", "yr", "wk", "wks",
          "mo", "mos", "mth", "mths", "vs", "etc", "abd", "appt", "resp", "max", "avg", "tab",
          "tabs", "dr", "mr", "mrs", "ms", "prof", "st");

  private static final Set<String> TITLES = Set.of("dr", "mr", "mrs", "ms", "prof", "st");

  /// A line that ends in one of these goes on in the next, even if that begins with a capital.
  private static final Set<String> GOES_ON =
      Set.of(
          "the",
          "a",
          "an",
          "my",
          "his",
          "her",
          "our",
          "your",
          "their",
          "its",
          "this",
          "that",
          "of",
          "in",
          "on",
          "at",
          "to",
          "with",
          "without",
          "from",
          "for",
          "by",
          "and",
          "or",
          "nor",
          "but",
          "not",
          "any",
          "some",
          "very",
          "so",
          "too",
          "is",
          "are",
          "was",
          "were",
          "am",
          "be",
          "been",
          "have",
          "has",
          "had",
          "having",
          "do",
          "does",
          "did",
          "dont",
          "doesnt",
          "didnt",
          "cant",
          "cannot",
          "couldnt",
          "wont",
          "isnt",
          "hasnt",
          "havent",
          "can",
          "could",
          "will",
          "would",
          "feel",
          "feels",
          "feeling",
          "get",
          "gets",
          "getting",
          "got",
          "keep",
          "keeps",
          "i",
          "im",
          "ive",
          "hes",
          "shes",
          "he",
          "she",
          "it",
          "we",
          "they",
          "more",
          "severe",
          "bad",
          "sudden",
          "crushing",
          "since",
          "because",
          "when",
          "if",
          "after",
          "before",
          "left",
          "right",
          "upper",
          "lower",
          "about",
          "like",
          "than",
          "into",
          "going",
          "down",
          "both",
          "really",
          "trouble",
          "difficulty",
          "struggling",
          "hard",
          "unable",
          "stopped",
          "think",
          "took",
          "taken",
          "no");

  /// Whole lines that answer a question.
  private static final Set<String> ANSWERS = Set.of("no", "nope", "yes", "none", "yeah", "nothing");

  /// Small words of other languages; where these outnumber the English ones, what looks misspelled
  /// is not: "dolor" is no "colour".
  private static final Set<String> FOREIGN =
      Set.of(
          "de", "la", "el", "los", "las", "que", "y", "con", "por", "para", "mi", "tengo", "tiene",
          "una", "esta", "muy", "ich", "und", "der", "das", "ist", "nicht", "mein", "meine", "ein",
          "eine", "habe", "hat", "mit", "le", "les", "et", "est", "je", "ne", "pas", "mon", "ma",
          "avec", "une", "des", "nao", "um", "uma", "com", "meu", "minha", "muito", "che", "il",
          "non", "mio", "mia", "ho", "della", "bir", "cok", "ve", "var", "het", "een", "ik", "mijn",
          "en", "du", "og", "jest", "nie", "mam", "sie", "na", "ang", "ko", "ako", "ng", "saya",
          "dan", "yang", "ni", "wa", "kwa", "mera", "mujhe", "hai", "aur", "nahi");

  private static final Set<String> ENGLISH =
      Set.of(
          "the", "my", "is", "and", "have", "has", "i", "of", "it", "with", "not", "was", "for",
          "are", "cant", "im", "been", "she", "her", "his", "this", "that", "to", "on", "when",
          "but", "feel", "dont", "a");

  /// Names that are typed together with their value.
  private static final Set<String> GAUGES =
      Set.of(
          "bp", "hr", "rr", "sats", "sat", "pulse", "sugar", "bm", "bg", "inr", "temp", "fever",
          "glucose", "ketones", "pef");

  private static final int LONGEST_GAUGE = 7;

  private static final String BULLETS = "-*•·–—+◦▪●○■□►▶✓✔✗✘➤→‣⁃∙";
  private static final int LONGEST_LABEL = 30;

  private final NormalisedText plain;
  private final String text;
  private final boolean shouted;
  private final List<Typed> typed = new ArrayList<>();
  private int lineStart;

  private Tokeniser(NormalisedText plain) {
    this.plain = plain;
    this.text = plain.text();
    this.shouted = text.chars().noneMatch(Character::isLowerCase);
  }

  static List<Word> of(NormalisedText plain) {
    var tokeniser = new Tokeniser(plain);
    tokeniser.scan();
    tokeniser.joinSpelledOut();
    return tokeniser.read();
  }

  private void scan() {
    int at = 0;
    int gap = 0;
    while (at < text.length()) {
      int end = endOfWord(at);
      if (end < 0) {
        at += Character.charCount(text.codePointAt(at));
        continue;
      }
      var before = typed.isEmpty() ? Word.Break.STOP : separator(gap, at);
      if (before == Word.Break.LINE || before == Word.Break.STOP) lineStart = typed.size();
      typed.add(typed(at, end, before));
      at = end;
      gap = end;
    }
  }

  private Typed typed(int at, int end, Word.Break before) {
    var written = text.substring(at, end);
    char c = written.charAt(0);
    if (c >= '0' && c <= '9' && !Slang.knows(CharacterNormaliser.bare(written)))
      return new Typed(number(written), at, end, before, false, false);
    if (c == '&') return new Typed("and", at, end, before, false, false);
    var bare = CharacterNormaliser.bare(written);
    if (isDotted(written)) bare = bare.replace(".", "");
    boolean capital = Character.isUpperCase(written.codePointAt(0));
    boolean capitals =
        !shouted && written.length() > 1 && written.equals(written.toUpperCase(Locale.ROOT));
    boolean name =
        capital
            && !shouted
            && (capitals ? written.length() <= 5 : before.compareTo(Word.Break.LINE) < 0);
    return new Typed(
        bare.isEmpty() ? written : withoutS(written, bare), at, end, before, name, capitals);
  }

  /// "My chest's tight" speaks of the chest: where the phrases know a word without its "'s" only,
  /// it is that word.
  private static String withoutS(String written, String bare) {
    if (!written.endsWith("'s") || bare.length() < 4 || Lexicon.isNamed(bare)) return bare;
    var owner = bare.substring(0, bare.length() - 1);
    return Lexicon.isNamed(owner) && Experiencer.kin(owner) == null ? owner : bare;
  }

  /// The index after the word that begins here, or -1 when none does.
  private int endOfWord(int at) {
    int c = text.codePointAt(at);
    if (c == '&') return at + 1;
    boolean digit = c >= '0' && c <= '9';
    if (!digit && !Character.isLetter(c)) return -1;
    int slang = endOfSlang(at);
    if (slang > 0) return slang;
    if (digit) return endOfNumber(at);
    int dotted = endOfDotted(at);
    return dotted > 0 ? dotted : endOfLetters(at);
  }

  /// "w/", "n/v", "2day": abbreviations that are not made of letters alone.
  private int endOfSlang(int at) {
    int end = at;
    boolean mixed = false;
    while (end < text.length() && end - at <= Slang.LONGEST_FORM) {
      char c = text.charAt(end);
      if (!Character.isLetterOrDigit(c) && c != '/') break;
      mixed |= c == '/' || (c >= '0' && c <= '9');
      end++;
    }
    if (!mixed) return -1;
    for (int to = end; to > at + 1; to--) {
      char last = text.charAt(to - 1);
      boolean whole = to == end || last == '/';
      if (whole && Slang.knows(CharacterNormaliser.bare(text.substring(at, to)))) return to;
    }
    return -1;
  }

  private int endOfNumber(int start) {
    int end = start;
    boolean fraction = false;
    while (end < text.length()) {
      char c = text.charAt(end);
      if (c >= '0' && c <= '9') {
        end++;
      } else if (!fraction && (c == '.' || c == ',') && digitAt(end + 1)) {
        fraction = true;
        end++;
      } else {
        break;
      }
    }
    return end;
  }

  private boolean digitAt(int at) {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  /// A comma before three digits groups thousands, before one or two it is a decimal comma.
  private static String number(String said) {
    int comma = said.indexOf(',');
    if (comma < 0) return said;
    return said.length() - comma == 4 ? said.replace(",", "") : said.replace(',', '.');
  }

  /// "b.p.", "s.o.b": single letters with full stops between them, or -1.
  private int endOfDotted(int at) {
    int end = at;
    int letters = 0;
    while (isAsciiLetter(end) && !isAsciiLetter(end + 1)) {
      letters++;
      end++;
      if (end + 1 >= text.length() || text.charAt(end) != '.' || !isAsciiLetter(end + 1)) break;
      if (isAsciiLetter(end + 2)) break;
      end++;
    }
    return letters > 1 ? end : -1;
  }

  private static boolean isDotted(String written) {
    return written.indexOf('.') > 0;
  }

  private boolean isAsciiLetter(int at) {
    return at < text.length() && (text.charAt(at) | 32) >= 'a' && (text.charAt(at) | 32) <= 'z';
  }

  private int endOfLetters(int start) {
    int end = start;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      int type = Character.getType(c);
      boolean inside =
          Character.isLetterOrDigit(c)
              || type == Character.NON_SPACING_MARK
              || type == Character.COMBINING_SPACING_MARK
              || (c == '\''
                  && end + 1 < text.length()
                  && Character.isLetter(text.codePointAt(end + 1)));
      if (!inside || (isDigit(c) && isGauge(start, end))) break;
      end += Character.charCount(c);
    }
    return end;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  /// "BP180/110", "sats88": the name and its value are two words.
  private boolean isGauge(int start, int end) {
    return end - start <= LONGEST_GAUGE
        && GAUGES.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
  }

  /// The strongest separator between two words.
  private Word.Break separator(int from, int to) {
    var strongest = Word.Break.SPACE;
    int lines = 0;
    for (int at = from; at < to; at++) {
      char c = text.charAt(at);
      if (c == '\n') lines++;
      var one =
          switch (c) {
            case '.' ->
                isAbbreviation(at, to)
                    ? Word.Break.SPACE
                    : isTrailingOff(at) ? trailingOff(to) : Word.Break.STOP;
            case '…' -> trailingOff(to);
            case '!', '?', ';', '。', '！', '？', '।', '؟', '•' -> Word.Break.STOP;
            case ',', ':', '(', ')', '[', ']', '–', '—', '、', '،' -> Word.Break.COMMA;
            case '\n' -> Word.Break.LINE;
            case '-' -> blankAt(at - 1) && blankAt(at + 1) ? Word.Break.COMMA : Word.Break.HYPHEN;
            case '/' -> Word.Break.SLASH;
            default -> Word.Break.SPACE;
          };
      if (one.compareTo(strongest) > 0) strongest = one;
    }
    if (lines == 0 || strongest == Word.Break.STOP) return strongest;
    return lines > 1 || startsItem(from, to) ? Word.Break.STOP : strongest;
  }

  private boolean isTrailingOff(int at) {
    return text.charAt(at - 1) == '.' || (at + 1 < text.length() && text.charAt(at + 1) == '.');
  }

  /// Who is short of breath writes "I can't... breathe".
  private Word.Break trailingOff(int next) {
    return isNewSentence(next) ? Word.Break.STOP : Word.Break.LINE;
  }

  private boolean isAbbreviation(int dot, int next) {
    var last = typed.getLast();
    if (last.to != dot || !blankAt(dot + 1) || text.substring(dot, next).indexOf('\n') >= 0)
      return false;
    boolean dotted = isDotted(text.substring(last.from, last.to));
    if (!dotted && !ABBREVIATED.contains(last.text)) return false;
    return TITLES.contains(last.text) || !Character.isUpperCase(text.codePointAt(next));
  }

  /// Whether the word at `to`, the first of its line, begins an item of a list.
  private boolean startsItem(int from, int to) {
    for (int at = text.lastIndexOf('\n', to - 1) + 1; at < to; at++) {
      if (BULLETS.indexOf(text.charAt(at)) >= 0) return true;
    }
    return isNumbered(to) || isLabelled(to) || isNewSentence(to);
  }

  /// "1. ", "2) ", "a) ".
  private boolean isNumbered(int at) {
    int end = at;
    while (digitAt(end)) end++;
    if (end == at && isAsciiLetter(at)) end++;
    if (end - at > 2 || end == at || end >= text.length()) return false;
    char c = text.charAt(end);
    return (c == ')' || (c == '.' && digitAt(end - 1))) && blankAt(end + 1);
  }

  /// "Allergies: none".
  private boolean isLabelled(int at) {
    for (int end = at; end < Math.min(text.length(), at + LONGEST_LABEL); end++) {
      char c = text.charAt(end);
      if (c == ':') return blankAt(end + 1);
      if (!Character.isLetter(c) && c != ' ' && c != '/') return false;
    }
    return false;
  }

  /// A capital begins a sentence of its own when the line before it could be one.
  private boolean isNewSentence(int at) {
    if (!Character.isUpperCase(text.codePointAt(at))) return false;
    int next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    // "I" and "A" are words; another single letter is a unit, more capitals are loud.
    boolean word = "IA".indexOf(text.charAt(at)) >= 0 && !Character.isLetter(next);
    if (!word && !Character.isLowerCase(next)) return false;
    var last = typed.getLast();
    if (typed.size() - lineStart == 1) return ANSWERS.contains(last.text);
    return !GOES_ON.contains(last.text);
  }

  private boolean blankAt(int at) {
    return at < 0 || at >= text.length() || Character.isWhitespace(text.charAt(at));
  }

  /// Four and more single letters in a row that make words: "c a n t b r e a t h e".
  private void joinSpelledOut() {
    int at = 0;
    while (at < typed.size()) {
      int end = at;
      while (end < typed.size() && isSingle(end) && (end == at || isNear(end))) end++;
      if (end - at >= 4) join(at, end);
      at = Math.max(at + 1, Math.min(end, typed.size()));
    }
  }

  private boolean isSingle(int at) {
    var word = typed.get(at);
    return word.to - word.from == 1 && word.text.charAt(0) >= 'a' && word.text.charAt(0) <= 'z';
  }

  private boolean isNear(int at) {
    return typed.get(at).before.compareTo(Word.Break.LINE) <= 0;
  }

  private void join(int start, int end) {
    var groups = new ArrayList<Typed>();
    int from = start;
    for (int at = start + 1; at <= end; at++) {
      if (at < end && typed.get(at).from - typed.get(at - 1).to < 2) continue;
      groups.add(joined(from, at));
      from = at;
    }
    // Where wider gaps divide the letters into words, they are those words.
    boolean words = groups.size() > 1;
    for (var group : groups) words &= Spelling.isKnown(group.text) || Lexicon.isVariant(group.text);
    if (!words) {
      var all = joined(start, end);
      if (!Lexicon.words().contains(all.text) && Spelling.parts(all.text) == null) return;
      groups.clear();
      groups.add(all);
    }
    for (int at = end - 1; at >= start; at--) typed.remove(at);
    typed.addAll(start, groups);
  }

  private Typed joined(int start, int end) {
    var letters = new StringBuilder();
    for (int at = start; at < end; at++) letters.append(typed.get(at).text);
    var first = typed.get(start);
    return new Typed(
        letters.toString(), first.from, typed.get(end - 1).to, first.before, false, false);
  }

  private List<Word> read() {
    var words = new ArrayList<Word>(typed.size());
    boolean english = isEnglish();
    int at = 0;
    while (at < typed.size()) {
      var word = typed.get(at);
      var meaning = Slang.at(typed, at);
      int count = meaning == null ? 1 : meaning.typed();
      int start = plain.start(word.from);
      int end = plain.end(typed.get(at + count - 1).to - 1);
      var before = word.before;
      for (var text : meaning == null ? spelled(word, english) : meaning.words()) {
        add(words, new Word(Lexicon.canonical(text), start, end, before));
        before = Word.Break.SPACE;
      }
      at += count;
    }
    return words;
  }

  private static List<String> spelled(Typed word, boolean english) {
    char c = word.text.charAt(0);
    if (!english || (c >= '0' && c <= '9')) return List.of(word.text);
    return Spelling.read(word.text, word.name);
  }

  private boolean isEnglish() {
    int foreign = 0;
    int english = 0;
    for (var word : typed) {
      if (FOREIGN.contains(word.text)) foreign++;
      else if (ENGLISH.contains(word.text)) english++;
    }
    return foreign < 2 || foreign <= english;
  }

  /// "can not", "does not" and the like become one word, as if they had been contracted.
  private static void add(List<Word> words, Word next) {
    var last = words.isEmpty() ? null : words.getLast();
    var contracted = last == null ? null : contracted(last, next);
    if (last == null || contracted == null) words.add(next);
    else words.set(words.size() - 1, new Word(contracted, last.start(), next.end(), last.before()));
  }

  private static @Nullable String contracted(Word last, Word next) {
    if (next.before() != Word.Break.SPACE && next.before() != Word.Break.LINE) return null;
    if (next.text().equals("not") && BEFORE_NOT.contains(last.text())) {
      return last.text().equals("can")
          ? "cant"
          : last.text().equals("will") ? "wont" : last.text() + "nt";
    }
    boolean t = next.text().equals("t") && BEFORE_T.contains(last.text());
    return t ? last.text() + "t" : null;
  }
}
