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

  private final NormalisedText plain;
  private final String text;
  private final boolean shouted;
  private final List<Typed> typed = new ArrayList<>();
  private final WordEnds ends;
  private final SentenceSegmenter segmenter;

  private Tokeniser(NormalisedText plain) {
    this.plain = plain;
    this.text = plain.text();
    this.shouted = text.chars().noneMatch(Character::isLowerCase);
    this.ends = new WordEnds(text);
    this.segmenter = new SentenceSegmenter(text, typed);
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
      int end = ends.endOfWord(at);
      if (end < 0) {
        at += Character.charCount(text.codePointAt(at));
        continue;
      }
      var before = segmenter.before(gap, at);
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
    if (WordEnds.isDotted(written)) bare = bare.replace(".", "");
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
    return Lexicon.isNamed(owner) && People.kin(owner) == null ? owner : bare;
  }

  /// A comma before three digits groups thousands, before one or two it is a decimal comma.
  private static String number(String said) {
    int comma = said.indexOf(',');
    if (comma < 0) return said;
    return said.length() - comma == 4 ? said.replace(",", "") : said.replace(',', '.');
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
