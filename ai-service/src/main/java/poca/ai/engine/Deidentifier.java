package poca.ai.engine;

import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes out of a text what says who somebody is: names, contacts, addresses, ids (contract 6.3).
/// Numbers and words that a clinician needs stay. No name reaches over the end of a line.
final class Deidentifier {

  private static final String NAME = "[name]";
  private static final String ADDRESS = "[address]";
  private static final int SHORTEST_NAME = 3;

  /// What may be a name, in whatever case; what is one, is for [PersonNames] to say.
  private static final String ANY =
      "(?<name>[\\p{L}][\\p{L}'’-]+)(?<more>(?-i:(?: \\p{Lu}[\\p{L}'’.-]*){0,3}))";

  private static final Pattern EMAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");
  private static final Pattern HANDLE = Pattern.compile("(?<![\\w.@])@[A-Za-z_][\\w.]{1,29}");
  private static final Pattern LINK = Pattern.compile("(?i)\\b(?:https?://|www\\.)\\S+");
  private static final Pattern ID =
      Pattern.compile("(?i)\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b");

  /// Seven digits and more, however they are grouped: telephone, insurance and passport numbers.
  private static final Pattern NUMBER = Pattern.compile("\\+?\\d(?:[ ()./-]{0,2}\\d){6,}");

  /// What is needed and looks like a number: a date, blood pressures, years.
  private static final Pattern MEASURED =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./-]\\d{1,2}[./-]\\d{4}"
              + "|(?<!\\d)(?:[6-9]\\d|1\\d\\d|2[0-5]\\d)/(?:[3-9]\\d|1[0-4]\\d)(?!\\d)"
              + "|(?<!\\d)(?:19|20)\\d\\d ?[-/] ?(?:19|20)\\d\\d(?!\\d)");

  private static final Pattern STREET =
      Pattern.compile(
          "(?i)\\b\\d{1,5}[a-z]?,? (?-i:(?:\\p{Lu}[\\p{L}'’.-]+ ){1,4})"
              + "(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|way|square|court|close|place)\\b\\.?");

  private static final Pattern LIVES =
      Pattern.compile("(?i)\\b(?:i live (?:in|at)|my address is)[: ]+[^.;\\n]{1,80}");

  /// Of the United Kingdom and of the United States. In small letters only where it is announced.
  private static final Pattern POST_CODE =
      Pattern.compile(
          "\\b[A-Z]{1,2}\\d[A-Z\\d]? \\d[ABD-HJLNP-UW-Z]{2}\\b"
              + "|(?<=\\b(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA"
              + "|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]) )\\d{5}(?:-\\d{4})?\\b");

  private static final Pattern STATE_CODE =
      Pattern.compile(
          "\\b(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]"
              + "|T[NX]|UT|V[AT]|W[AIVY]) "
              + Pattern.quote(ADDRESS));

  private static final Pattern CODE_ANNOUNCED =
      Pattern.compile(
          "(?i)\\b((?:post ?code|zip(?: ?code)?)(?: is)?:? )([a-z]{1,2}\\d[a-z\\d]? ?\\d[a-z]{2}|\\d{5}(?:-\\d{4})?)\\b");

  private static final Pattern ANNOUNCED =
      Pattern.compile(
          "(?i)\\b((?:(?:my|his|her|their|the patient's|the) (?:full |first |last |middle )?name(?: is|['’]?s)|name:"
              + "|(?:i am|i'm|i’m|he is|she is|who is) called|this is|i am|i'm|i’m|signed,?|regards,?)[ \\t]+)"
              + ANY);

  /// The name under a letter.
  private static final Pattern SIGNED =
      Pattern.compile(
          "(?im)((?:regards|signed|thanks|thank you|cheers|love|sincerely|best wishes),?[ \\t]*\\R+[ \\t]*)"
              + ANY
              + "(?=[ \\t.x]*$)");

  /// Whoever has such a title has a name, be it a word: "Dr Young", "Mr Brown".
  private static final Pattern TITLED =
      Pattern.compile(
          "(?i)\\b((?:mrs?|ms|mx|dr|prof)\\.?[ \\t]+)(?-i:(?<name>\\p{Lu}[\\p{L}'’-]+))(?<more>(?-i:(?: \\p{Lu}[\\p{L}'’.-]*){0,3}))");

  private static final Pattern ADDRESSED =
      Pattern.compile(
          "(?i)\\b((?:miss|doctor|professor|nurse|sister|midwife|consultant)[ \\t]+)" + ANY);

  private static final Pattern OR =
      Pattern.compile(
          "(\\[name\\],? or (?:was it |is it |maybe |perhaps )?)(?<name>\\p{Lu}[\\p{L}'’-]+)(?<more>)");

  private static final String KIN =
      "(?:(?:step|grand|great[- ]?grand|foster|half[- ]|twin )?(?:son|daughter|mother|father|mum|mom|mam|dad|brother"
          + "|sister|child|kid|baby|boy|girl|parent)(?:[- ]in[- ]law)?|husband|hubby|wife|partner|boyfriend"
          + "|girlfriend|fianc[ée]e?|ex|gran|nan|nana|nanna|nanny|granny|grandma|grandpa|grandad|granddad|gramps"
          + "|mummy|mommy|daddy|papa|sis|bro|aunt|auntie|aunty|uncle|cousin|niece|nephew|godson|goddaughter"
          + "|friend|mate|flatmate|roommate|housemate|colleague|neighbou?r|carer|caregiver|boss|teacher)";

  private static final Pattern RELATED =
      Pattern.compile(
          "(?i)\\b((?:(?:my|our|his|her|their|little|older|younger) )*" + KIN + ",?[ \\t]+)" + ANY);

  private static final Pattern OURS =
      Pattern.compile("(?i)\\b(our )(?-i:(?<name>\\p{Lu}[\\p{L}'’-]+))(?<more>)");

  /// A given name in the middle of a sentence, at its end.
  private static final Pattern CALLED =
      Pattern.compile(
          "((?<=[\\p{Ll},] ))(?<name>\\p{Lu}\\p{Ll}+)(?<more>)(?=[ \\t]*[.!?]*[ \\t]*(?:\\R|$))");

  /// In front of a place.
  private static final Pattern PLACED =
      Pattern.compile(
          "(?i)\\b(?:in|from|to|at|near|of|via|around|outside|has|have|had|with|for|on|the|a|an)[ ,]*$");

  private Deidentifier() {}

  /// @param names that are known; a part of one counts where it is written as a name or is no word
  static String text(String text, Set<String> names) {
    var kept = text;
    for (var name : names) {
      var whole = name.strip();
      if (whole.length() < SHORTEST_NAME) continue;
      kept = without(kept, "(?iu)", whole);
      for (var part : whole.split("[\\s.,-]+")) {
        if (part.length() < SHORTEST_NAME || !Character.isUpperCase(part.codePointAt(0))) continue;
        kept = without(kept, PersonNames.isOrdinary(part) ? "" : "(?iu)", part);
      }
    }
    return text(kept);
  }

  private static String without(String text, String flags, String name) {
    return Pattern.compile(flags + "(?<!\\p{L})" + Pattern.quote(name) + "(?!\\p{L})")
        .matcher(text)
        .replaceAll(Matcher.quoteReplacement(NAME));
  }

  private static String text(String text) {
    var kept = EMAIL.matcher(text).replaceAll("[contact]");
    kept = LINK.matcher(kept).replaceAll("[contact]");
    kept = HANDLE.matcher(kept).replaceAll("[contact]");
    kept = ID.matcher(kept).replaceAll("[id]");
    kept = CODE_ANNOUNCED.matcher(kept).replaceAll("$1" + Matcher.quoteReplacement(ADDRESS));
    kept = POST_CODE.matcher(kept).replaceAll(ADDRESS);
    kept = STATE_CODE.matcher(kept).replaceAll(ADDRESS);
    kept =
        NUMBER
            .matcher(kept)
            .replaceAll(found -> Matcher.quoteReplacement(unmeasured(found.group())));
    kept = STREET.matcher(kept).replaceAll(ADDRESS);
    kept = LIVES.matcher(kept).replaceAll(ADDRESS);
    kept = named(TITLED, kept, _ -> true);
    kept = named(OR, kept, name -> !PersonNames.isOrdinary(name));
    for (var announced : new Pattern[] {ADDRESSED, RELATED, OURS, ANNOUNCED, SIGNED})
      kept = named(announced, kept, PersonNames::mayBe);
    return called(kept);
  }

  /// Only what is no measurement of a run of digits can be somebody's number.
  private static String unmeasured(String digits) {
    var kept = new StringBuilder();
    int from = 0;
    var measured = MEASURED.matcher(digits);
    while (measured.find()) {
      kept.append(NUMBER.matcher(digits.substring(from, measured.start())).replaceAll("[number]"));
      kept.append(measured.group());
      from = measured.end();
    }
    return kept.append(NUMBER.matcher(digits.substring(from)).replaceAll("[number]")).toString();
  }

  private static String named(Pattern pattern, String text, Predicate<String> isName) {
    return pattern
        .matcher(text)
        .replaceAll(found ->
            Matcher.quoteReplacement(
                isName.test(found.group("name"))
                    ? found.group(1) + NAME + rest(found)
                    : found.group()));
  }

  /// Behind a first name the others belong to it, up to the first that is a sign or a medicine.
  private static String rest(MatchResult found) {
    var kept = new StringBuilder();
    for (var word : found.group("more").split("(?= )")) {
      if (kept.isEmpty() && (word.isBlank() || !PersonNames.isClinical(word))) continue;
      kept.append(word);
    }
    return kept.toString();
  }

  private static String called(String text) {
    return CALLED
        .matcher(text)
        .replaceAll(found ->
            Matcher.quoteReplacement(
                PersonNames.isPerson(found.group("name"))
                        && !PLACED.matcher(text.substring(0, found.start("name"))).find()
                    ? NAME
                    : found.group()));
  }
}
