package poca.ai.casehistory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import poca.ai.casehistory.CaseHistoryTexts.Source;
import poca.ai.reading.Medicines;
import poca.ai.reading.Story;

/// The text of a case history that is made by rule: its own sentences and those of its documents,
/// word for word and in their order. Where there are too many, those stay that name conditions,
/// medicines or figures.
final class Extract {

  /// In words (contract 6.4).
  private static final int MOST_WORDS = 280;

  private static final String LEFT_OUT = " [...]";

  private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])\\s+|\\R+");
  private static final Pattern WORD = Pattern.compile("\\S+");
  private static final Pattern PIECE = Pattern.compile("\\S{1,500}(?:\\s+\\S{1,500}){0,59}");
  private static final Pattern NUMBER = Pattern.compile("\\d");

  private Extract() {}

  /// @param of which source it is, the case history first
  private record Sentence(int of, String text, int weight) {
    int words() {
      return (int) WORD.matcher(text).results().count();
    }
  }

  static String of(Source source) {
    var readable = source.documents().stream().filter(d -> d.text() != null).toList();
    var texts = new ArrayList<String>();
    texts.add(String.valueOf(source.summary()));
    readable.forEach(document -> texts.add(String.valueOf(document.text())));
    var all = sentences(texts);
    var kept = kept(all);
    var lines = new ArrayList<String>();
    lines.add(
        "Extract made by rule, not by a model: sentences of the case history and of its documents, word for word.");
    lines.add("Case history: " + joined(all, kept, 0));
    for (int at = 0; at < readable.size(); at++)
      lines.add("Document \"" + readable.get(at).fileName() + "\": " + joined(all, kept, at + 1));
    var unread = source.documents().size() - readable.size();
    if (unread > 0)
      lines.add(
          unread == 1
              ? "One document holds no text that could be read."
              : unread + " documents hold no text that could be read.");
    return String.join("\n", lines);
  }

  private static List<Sentence> sentences(List<String> texts) {
    var all = new ArrayList<Sentence>();
    for (int of = 0; of < texts.size(); of++) {
      for (var text : SENTENCE.split(texts.get(of))) {
        for (var piece : pieces(text.strip())) all.add(new Sentence(of, piece, weight(piece)));
      }
    }
    return all;
  }

  /// What has no end is taken apart.
  private static List<String> pieces(String sentence) {
    var pieces = new ArrayList<String>();
    var piece = PIECE.matcher(sentence);
    while (piece.find()) pieces.add(piece.group().strip());
    return pieces;
  }

  /// How much a sentence tells a doctor.
  private static int weight(String text) {
    var story = Story.of(List.of(new Story.Exchange("text", text, null, false)), Set.of());
    return (int) Math.min(4, story.mentions().count())
        + 2 * Math.min(3, Medicines.in(text).size())
        + (NUMBER.matcher(text).find() ? 1 : 0);
  }

  /// The first sentence of each source, then the weightiest, as many as there is room for.
  private static List<Sentence> kept(List<Sentence> all) {
    var inOrder =
        IntStream.range(0, all.size())
            .boxed()
            .sorted(
                Comparator.comparing((Integer at) -> !isFirst(all, at))
                    .thenComparing(at -> -all.get(at).weight())
                    .thenComparing(at -> at))
            .map(all::get)
            .toList();
    var kept = new ArrayList<Sentence>();
    int words = 0;
    for (var sentence : inOrder) {
      if (words + sentence.words() > MOST_WORDS) continue;
      words += sentence.words();
      kept.add(sentence);
    }
    return kept;
  }

  private static boolean isFirst(List<Sentence> all, int at) {
    return at == 0 || all.get(at - 1).of() != all.get(at).of();
  }

  private static String joined(List<Sentence> all, List<Sentence> kept, int of) {
    var text = new StringBuilder();
    boolean gap = false;
    for (var sentence : all) {
      if (sentence.of() != of) continue;
      if (kept.stream().noneMatch(one -> one == sentence)) {
        gap = true;
        continue;
      }
      if (gap) text.append(LEFT_OUT);
      gap = false;
      text.append(text.isEmpty() ? "" : " ").append(sentence.text());
    }
    return (gap ? text.append(LEFT_OUT) : text).toString().strip();
  }
}
