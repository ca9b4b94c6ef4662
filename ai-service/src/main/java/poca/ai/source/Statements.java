package poca.ai.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import poca.ai.reading.Medicines;

/// Takes a text apart into what it says of the patient, each with what it rests on (contract 9.4).
public final class Statements {

  private static final int MOST = 80;
  private static final int LONGEST = 4_000;

  /// In a doctor's reply: what it says of the patient, not what it tells the patient to do.
  private static final Pattern CLAIM =
      Pattern.compile(
          "(?i)\\byou(?:'ve| have| had|'re| are| were)? (?:already |also |just |only |currently |regularly )?(?:(?:been )?taking|had|took"
              + "|taken|take(?= .{0,40}\\b(?:already|regularly|every day|on file|on record))|wrote|said|told|mentioned|reported"
              + "|describe[ds]?|denied|deny|weigh|are allergic|allergic|live with|suffer|say)\\b"
              + "|\\byou(?:'re| are) (?:\\d|a \\d|pregnant|allergic|diabetic|on [\\p{L}]+)"
              + "|\\byou have (?:had|no\\b|a history|an allergy|asthma|diabetes|been|a? ?known)"
              + "|\\b(?:your|his|her|the) (?:record|file|chart|summary|history|report|notes?|case history)\\b"
              + "|\\b(?:on|in) (?:your |the )?(?:file|record|summary)\\b"
              + "|\\b(?:your|his|her|with the|with your) (?:known |regular |usual )?(?:[\\p{L}-]+ )?(?:allergy|allergies|asthma|diabetes|epilepsy"
              + "|pregnancy|fever|cough|pain|rash|temperature|weight|age|blood pressure|medication|medicines?|tablets)\\b"
              + "|\\b(?:since you|given that you|because you|as you) (?:are|have|take|had|took)\\b"
              + "|\\bi have read\\b");

  /// What is only spoken of as possible, or to be done.
  private static final Pattern OPEN =
      Pattern.compile(
          "(?i)^(?:if|when|unless|should|in case|please|take|give|keep|drink|call|come|book|write|check|measure|watch"
              + "|go|stop|avoid|do not|don't|no more|bring|tell|let me|as soon as|until|then i|whether|i will|i'll|i can|i'd|we will)\\b|\\?$");

  private static final Pattern READ = Pattern.compile("(?i)^i have read your summary:\\s*");
  private static final Pattern ON_FILE = Pattern.compile("(?i)^(?:allergy|allergies) on file:\\s*");

  /// Why something has to be seen at once, in the patient's words.
  private static final Pattern WROTE = Pattern.compile("(?i)\\(you wrote (?<words>\"[^)]*)\\)");

  /// What the patient asked, in the patient's words; the answer is the doctor's.
  private static final Pattern ASKS =
      Pattern.compile("(?i)^you asked (?<words>\"[^\"]*\"(?: and \"[^\"]*\")*):");

  private static final Pattern WISHED =
      Pattern.compile("(?i)^your wish(?:es)? for [^,]{1,80} (?:is|are) noted\\b");

  private static final Pattern WHEN_ASKED = Pattern.compile("\" when asked for [^\",]*");

  private static final Pattern SPOKEN =
      Pattern.compile(
          "(?i)\\b(?:i see(?: that| from)?|i (?:have )?read|i understand(?: that)?|the record says(?: that)?|your record says(?: that)?"
              + "|according to|on (?:your |the )?(?:file|record)|in (?:your |the )?(?:file|record|summary)|your (?:record|file|summary|chart)"
              + "|(?:shows|says|lists)(?: that)?|already|you (?:wrote|said|told me|mentioned|reported)(?: that)?|is that right|weigh)\\b");

  private static final Pattern CLAUSE =
      Pattern.compile(
          ",\\s+(?=(?:so|please|but|i|and (?:please|take|i|do)|then|use|it|this|take|give|keep|drink|call|come|book|write|check|measure|watch|go|stop"
              + "|avoid|do|bring|tell|let me)\\b)|\\s+[–-]\\s+");

  private Statements() {}

  /// A statement that somebody offers with the words that carry it.
  public record Offered(String text, List<String> quotes) {

    public Offered {
      quotes = List.copyOf(quotes);
    }
  }

  /// @param offered statements that the writer gives with it; the rest is looked for
  public static List<Statement> ofSummary(String summary, List<Offered> offered, Basis basis) {
    var statementVerifier = new StatementVerifier(basis);
    var all = new ArrayList<Statement>();
    for (var one : offered.stream().limit(MOST).toList()) {
      if (one.text().isBlank() || one.text().length() > LONGEST) continue;
      for (var claim : assertions(one.text())) {
        all.add(statementVerifier.judge(claim.text(), claim.told(), claim.denied(), one.quotes()));
      }
    }
    for (var claim : Claim.inSummary(summary)) {
      if (all.size() >= MOST) break;
      if (isOffered(claim.text(), offered)) continue;
      all.add(statementVerifier.judge(claim.text(), claim.told(), claim.denied(), List.of()));
    }
    return all;
  }

  /// A quotation as a statement of its own.
  public static Statement quoted(String quote, Basis basis) {
    return Quotation.find(quote, basis.sources())
        .map(found -> new Statement(found.quote(), true, false, List.of(found)))
        .orElseGet(() -> Statement.unsupported(quote));
  }

  private static List<Claim> assertions(String text) {
    var all = new ArrayList<Claim>();
    Claim.add(all, text.strip());
    return all;
  }

  private static boolean isOffered(String text, List<Offered> offered) {
    var plain = plain(text);
    return offered.stream().anyMatch(one -> plain(one.text()).equals(plain));
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  /// What a reply says of the patient; what it advises is the doctor's to judge.
  ///
  /// @param byRule whether the rules wrote it
  public static List<Statement> ofDraft(String draft, boolean byRule, Basis basis) {
    var statementVerifier = new StatementVerifier(basis, byRule);
    var all = new ArrayList<Statement>();
    for (var line : draft.lines().toList()) {
      for (var sentence : Claim.parts(line.strip())) {
        if (all.size() >= MOST) return all;
        claim(sentence, statementVerifier, all);
      }
    }
    return all;
  }

  private static void claim(
      String sentence, StatementVerifier statementVerifier, List<Statement> all) {
    if (READ.matcher(sentence).find()) {
      var told = READ.matcher(sentence).replaceFirst("");
      all.add(statementVerifier.judge(sentence, also(told), false, List.of()));
      return;
    }
    if (ON_FILE.matcher(sentence).find()) {
      var told = "allergic to " + ON_FILE.matcher(sentence).replaceFirst("");
      all.add(statementVerifier.judge(sentence, told, false, List.of()));
      return;
    }
    if (WISHED.matcher(sentence).find()) return;
    var asks = ASKS.matcher(sentence);
    if (asks.find()) {
      all.add(statementVerifier.judge(sentence, asks.group("words"), false, List.of()));
      return;
    }
    var wrote = WROTE.matcher(sentence);
    if (wrote.find()) {
      all.add(
          statementVerifier.judge(
              sentence,
              WHEN_ASKED.matcher(wrote.group("words")).replaceAll("\""),
              false,
              List.of()));
      return;
    }
    for (var clause : CLAUSE.split(sentence)) {
      var said = clause.strip();
      if (OPEN.matcher(said).find() || !CLAIM.matcher(said).find() || forbids(said)) continue;
      var told = SPOKEN.matcher(said).replaceAll(" ");
      if (told.chars().noneMatch(Character::isLetterOrDigit)) continue;
      all.add(statementVerifier.judge(said, told, false, List.of()));
    }
  }

  /// "No ibuprofen with the pregnancy".
  private static boolean forbids(String said) {
    return said.startsWith("No ") && !Medicines.in(said).isEmpty();
  }

  /// "fever for 2 days, 39.0 °C, also cough, no rash": our commas.
  private static String also(String told) {
    return told.replace(", also ", ". also ").replace(", no ", ". no ");
  }
}
