package poca.ai.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// A part of a text that says something of the patient.
///
/// @param text as it stands, its label included
/// @param told without its label and without words that are ours
/// @param denied whether its label says that it is not there
record Claim(String text, String told, boolean denied) {

  /// Lines that speak to the doctor or of the assistant, not of the patient.
  private static final Pattern ASIDE =
      Pattern.compile(
          "(?i)^(?:summary for\\b|urgency\\b|not understood:|key questions?\\b|open questions?\\b|questions?:"
              + "|questions for the doctor\\b).*");

  private static final Pattern QUESTIONS =
      Pattern.compile("(?i)^(?:key|open) questions?\\b.*|^questions?(?: for the doctor)?:.*");

  private static final Pattern BULLET = Pattern.compile("^(?:[-*•–]|\\d{1,2}[.)])\\s+");

  /// What stands in front of a colon.
  private static final Pattern LABEL =
      Pattern.compile("^\\s*(?<label>[\\p{L}][\\p{L}\\d'’/ -]{1,45}):\\s*(?=\\S)");

  private static final Pattern DENYING =
      Pattern.compile("(?i)\\b(?:absent|denied|denies|negatives?|not present|without)\\b");

  /// That nothing was said is nothing said of the patient.
  private static final Pattern NOTHING =
      Pattern.compile(
          "(?i)^(?:(?:none|nothing)(?: further)?(?: was)?(?: recognised| recorded| on record| stated| reported| known"
              + "| mentioned| told)?|not (?:stated|known|on record|recorded|reported|mentioned|given|provided"
              + "|available|answered|asked)\\b.*|unknown|n/?a|nil|(?:age|gender|weight|height|duration|relation|allergies"
              + "|medication|conditions) (?:is |are )?(?:not|unknown)\\b.*|no further .{0,40}|not clear\\b.{0,3})[.]?$");

  private static final Pattern UNKNOWN =
      Pattern.compile("(?i)^(?:not answered|not known to the patient|not asked)\\b.*");

  /// About the account, not about the patient.
  private static final Pattern ACCOUNT =
      Pattern.compile(
          "(?i)^(?:sent from the (?:patient's own )?account\\b.*|the words name somebody else too\\b.*"
              + "|emergency advice was given\\b.*)");

  /// What is wanted, in our words for it.
  private static final Pattern WISH =
      Pattern.compile(
          "(?i)(?:^|: )wishes: [^\"]*$|: (?:an appointment|a repeat prescription)\\b[^\"]*$");

  private static final Pattern ASKED =
      Pattern.compile("(?i)\\basked (?:for |\")|without saying which");

  /// Our words around quotations.
  private static final Pattern OURS =
      Pattern.compile(
          "(?i)\\b(?:told as|as told|as answered|as corrected|as stated|also said|in the patient's words|times told|said|later"
              + "|duration|severity|temperature|measured|stated|wishes|added later|the meter shows|no unit was said"
              + "|(?:age|allergies|conditions|long-term conditions) as stated|newest case history|systolic|diastolic"
              + "|not clear)(?=[:;,.) ]|$)|(?:^|(?<=[,;] ))(?:age|gender|weight|height) not on record\\b|\\bon record\\b");

  /// In front of a question that was answered in words.
  private static final Pattern ANSWERED =
      Pattern.compile(
          "^\\s*(?:[\\p{L}][\\p{L}: -]{0,30})?[\\p{L}][\\p{L}\\d -]{1,40}: as answered (?=\")");

  /// What a summary asserts.
  static List<Claim> inSummary(String summary) {
    var all = new ArrayList<Claim>();
    boolean questions = false;
    for (var line : summary.lines().map(String::strip).toList()) {
      var bare = BULLET.matcher(line).replaceFirst("");
      if (QUESTIONS.matcher(bare).matches()) questions = true;
      else if (line.isEmpty()) questions = false;
      if (questions || bare.isEmpty() || ASIDE.matcher(bare).matches()) continue;
      for (var part : parts(bare)) add(all, part);
    }
    return all;
  }

  static void add(List<Claim> all, String part) {
    if (WISH.matcher(part).find() || part.endsWith("?") || UNKNOWN.matcher(part).matches()) return;
    var told = ANSWERED.matcher(part).replaceFirst("");
    boolean denied = false;
    for (int labels = 0; labels < 3; labels++) {
      if (UNKNOWN.matcher(told.strip()).matches()) return;
      var label = LABEL.matcher(told);
      if (!label.find() || label.group("label").contains("\"")) break;
      denied |= DENYING.matcher(label.group("label")).find();
      told = told.substring(label.end());
    }
    told = told.strip();
    if (NOTHING.matcher(told).matches() || ACCOUNT.matcher(told).matches()) return;
    if (UNKNOWN.matcher(told).matches()) return;
    // What was asked for stands in our words, too.
    var ours = ASKED.matcher(told).find() ? told : withoutOurs(told);
    if (ours.chars().noneMatch(Character::isLetterOrDigit)) return;
    all.add(new Claim(part, ours, denied));
  }

  /// Nothing within quotation marks is ours.
  private static String withoutOurs(String told) {
    var text = new StringBuilder();
    boolean quoted = false;
    for (var piece : told.split("(?=[\"“”])|(?<=[\"“”])", -1)) {
      if (piece.equals("\"") || piece.equals("“") || piece.equals("”")) {
        quoted = !quoted;
        text.append('"');
      } else {
        text.append(quoted ? piece : OURS.matcher(piece).replaceAll(" "));
      }
    }
    return text.toString().strip();
  }

  /// Between semicolons and sentences, none of which within a quotation or brackets.
  static List<String> parts(String line) {
    var parts = new ArrayList<String>();
    boolean quoted = false;
    int depth = 0;
    int start = 0;
    for (int at = 0; at < line.length(); at++) {
      char c = line.charAt(at);
      if (c == '"' || c == '“' || c == '”') quoted = !quoted;
      if (!quoted && c == '(') depth++;
      if (!quoted && c == ')') depth = Math.max(0, depth - 1);
      if (quoted || depth > 0) continue;
      boolean blank = at + 1 == line.length() || Character.isWhitespace(line.charAt(at + 1));
      if (c == ';' || ((c == '.' || c == '!' || c == '?') && blank && !isShort(line, at))) {
        add(line, start, c == ';' ? at : at + 1, parts);
        start = at + 1;
      }
    }
    add(line, start, line.length(), parts);
    return parts;
  }

  /// "Dr.", "e.g.", "approx."
  private static boolean isShort(String line, int at) {
    return line.charAt(at) == '.'
        && line.substring(0, at)
            .toLowerCase(Locale.ROOT)
            .matches("(?s).*\\b(?:dr|mr|mrs|ms|e\\.g|i\\.e|approx|ca|vs|no)$");
  }

  private static void add(String line, int start, int end, List<String> parts) {
    var part = line.substring(start, end).strip();
    if (part.chars().anyMatch(Character::isLetterOrDigit)) parts.add(part);
  }
}
