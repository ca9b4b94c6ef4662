package poca.ai.engine;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes out of a text what says who somebody is: names, contacts, addresses, ids (contract 6.3).
/// Numbers that a clinician needs stay.
final class Nameless {

  private static final String NAME = "[name]";
  private static final int SHORTEST_NAME = 3;

  /// A name after a word that announces one. Only the announcement may be written in any case.
  private static final String PROPER = "(?-i:\\p{Lu}[\\p{L}'’-]+(?:[ ]\\p{Lu}[\\p{L}'’.-]*){0,3})";

  private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");
  private static final Pattern LINK = Pattern.compile("(?i)\\b(?:https?://|www\\.)\\S+");
  private static final Pattern ID =
      Pattern.compile("(?i)\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b");

  /// Seven digits and more, however they are grouped: telephone, insurance and passport numbers.
  private static final Pattern NUMBER = Pattern.compile("\\+?\\d(?:[ ()./-]{0,2}\\d){6,}");

  /// A date is needed and looks like a number.
  private static final Pattern DATE =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./-]\\d{1,2}[./-]\\d{4}");

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?i)\\b\\d{1,5}[a-z]?,? (?-i:(?:\\p{Lu}[\\p{L}'’.-]+ ){1,4})"
              + "(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|way|square|court|close|place)\\b\\.?");

  private static final Pattern LIVES =
      Pattern.compile("(?i)\\b(?:i live (?:in|at)|my address is)[: ]+[^.;\\n]{1,80}");

  private static final Pattern ANNOUNCED =
      Pattern.compile(
          "(?i)\\b((?:my|his|her|their|the patient's|the) (?:full |first |last )?name is|name:"
              + "|i am called|i'm called|this is|i am|i'm|signed,?|regards,?)\\s+("
              + PROPER
              + ")");
  private static final Pattern TITLED =
      Pattern.compile(
          "(?i)\\b(mr|mrs|ms|miss|dr|doctor|prof|professor|nurse)(\\.?)\\s+(" + PROPER + ")");
  private static final Pattern KIN =
      Pattern.compile(
          "(?i)\\b((?:my|our|his|her) (?:son|daughter|baby|child|boy|girl|husband|wife|partner|mother"
              + "|father|mum|mom|dad|brother|sister|friend|grandson|granddaughter|grandmother"
              + "|grandfather|aunt|uncle|cousin|neighbour|neighbor)),?\\s+("
              + PROPER
              + ")");

  private Nameless() {}

  /// @param names that are known; a part of one counts where it is written as a name
  static String text(String text, Set<String> names) {
    var kept = text;
    for (var name : names) {
      var whole = name.strip();
      if (whole.length() < SHORTEST_NAME) continue;
      kept =
          Pattern.compile("(?iu)(?<!\\p{L})" + Pattern.quote(whole) + "(?!\\p{L})")
              .matcher(kept)
              .replaceAll(Matcher.quoteReplacement(NAME));
      for (var part : whole.split("[\\s.,-]+")) {
        if (part.length() < SHORTEST_NAME || !Character.isUpperCase(part.codePointAt(0))) continue;
        kept =
            Pattern.compile("(?<!\\p{L})" + Pattern.quote(part) + "(?!\\p{L})")
                .matcher(kept)
                .replaceAll(Matcher.quoteReplacement(NAME));
      }
    }
    return text(kept);
  }

  private static String text(String text) {
    var kept = EMAIL.matcher(text).replaceAll("[contact]");
    kept = LINK.matcher(kept).replaceAll("[contact]");
    kept = ID.matcher(kept).replaceAll("[id]");
    kept =
        NUMBER
            .matcher(kept)
            .replaceAll(found ->
                DATE.matcher(found.group()).find()
                    ? Matcher.quoteReplacement(found.group())
                    : "[number]");
    kept = ADDRESS.matcher(kept).replaceAll("[address]");
    kept = LIVES.matcher(kept).replaceAll("[address]");
    kept = ANNOUNCED.matcher(kept).replaceAll("$1 " + Matcher.quoteReplacement(NAME));
    kept = TITLED.matcher(kept).replaceAll("$1$2 " + Matcher.quoteReplacement(NAME));
    return KIN.matcher(kept).replaceAll("$1 " + Matcher.quoteReplacement(NAME));
  }
}
