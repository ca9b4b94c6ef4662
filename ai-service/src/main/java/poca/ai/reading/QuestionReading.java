package poca.ai.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads from an assistant's text alone what it asked for, so that any engine can go on where
/// another one stopped.
///
/// @param findings the findings whose presence was asked
/// @param asks the details that were asked
/// @param clarifying whether it asks which of the findings of an earlier question there are
public record QuestionReading(Set<Finding> findings, Set<DetailKind> asks, boolean clarifying) {

  /// In the order of the files and of the enum, so that what is made from them is the same each
  /// time.
  public QuestionReading {
    findings = Collections.unmodifiableSet(new TreeSet<>(findings));
    asks = Collections.unmodifiableSet(new TreeSet<>(asks));
  }

  public static final QuestionReading NOTHING = new QuestionReading(Set.of(), Set.of(), false);

  /// A question of which only the "yes" or "no" counts: what it names is neither affirmed nor
  /// denied one by one.
  public static final QuestionReading YES_OR_NO = new QuestionReading(Set.of(), Set.of(), true);

  private static final Phrases<DetailKind> CUES =
      Phrases.read(
          """
          DURATION: how long ; when ~4 last well ; since when ; when did|has|have|was|is ~7 start|started|begin|began|appear|appeared|noticed|happen ; how many days|hours|weeks ; on which days ; for how many
          TEMPERATURE: what|highest|measured|which|how|your|the ~5 temperature ; temperature ~4 measured|reading|checked|taken ; how high ~3 fever
          SEVERITY: scale ; 0|zero|1|one to 10|ten ; how severe|strong|bad|intense|painful ; mild moderate|or
          MEDICATION: medicine ; remedy ; remedies ; treatment ; tablets ; taken|tried|given ~1 anything ; what ~4 taken|tried|given|used ~6 for|far|already
          LOCATION: where ; which|what part|side|area ; location
          SPUTUM: dry or ; what colour ~3 phlegm ; bring*|cough ~1 up ~1 phlegm|anything
          VOMIT_LOOK: colour ~4 vomit ; vomit ~3 look
          STOOL_COLOUR: colour ~4 stool
          FEED_TYPE: formula ; breastfed
          ONSET: sudden ~2 gradual* ; sudden or
          TRIGGER: brings|bring|brought it|the ~1 on ; brings on ; trigger* ; makes ~4 worse|better ; worse with
          FREQUENCY: how many times ; how often
          WET_DIAPERS: how many ~3 diaper
          PREGNANCY_WEEKS: how many weeks|months ~1 pregnant ; how far along ; weeks pregnant
          BIRTH_WHEN: when ~3 birth|delivery ; how many days|weeks ago ~3 birth|delivery ; how long ago ~3 birth|delivery
          AGE: how old ; what ~3 age
          HOW_HAPPENED: how did ~5 happen ; what ~2 swallowed ; what ~1 was taken ; what happened
          IMPACT: daily activities|life|routine ; everyday
          OTHER_SYMPTOMS: other|new|any symptoms|symptom|complaints ; symptoms are there ; anything else ~5 doctor ; anything changed
          CONCERN: main ~2 concern ; which illness ; what|which ~1 symptom|problem|concern ; how can i ; what brings you
          ALLERGIES: allerg*
          COURSE: better ~4 worse ; getting better|worse ; worse or ; the same or
          SAFE_NOW: safe ~6 now|hours|tonight|moment ; keep ~2 safe
          COMPANY: alone ; anyone|anybody|somebody|someone ~1 with|nearby|there ; anyone|anybody|somebody|someone else ~2 with|nearby|there|home|house
          MEANS: at hand ; within reach ; access to ; means
          GLUCOSE: what|which|how ~4 blood sugar|glucose ; sugar ~3 measured|reading|now
          BLOOD_PRESSURE: what|which|how ~4 blood pressure ; pressure ~3 measured|reading
          OXYGEN: oxygen ~4 measured|reading|saturation|level ; what ~4 oxygen
          ALSO_TAKEN: else ~4 taken|swallowed|alcohol ; alcohol included
          CONDITIONS: medical|health|chronic|existing ~1 conditions|condition|problems|illness* ; long term condition|conditions|illness*
          """,
          DetailKind::valueOf);

  /// How a question for a sign by its label begins.
  private static final List<String> LEADS = List.of("s there any ", "re there any ", "s there ");

  private static final Map<String, Finding> BY_LABEL =
      Finding.all().stream().collect(Collectors.toMap(Finding::label, f -> f));

  /// Reads the questions of an assistant's text; statements are ignored.
  public static QuestionReading in(String assistant) {
    var asks = EnumSet.noneOf(DetailKind.class);
    var findings = new TreeSet<Finding>();
    for (var question : questions(assistant)) {
      var labels = labels(question);
      if (!labels.isEmpty()) {
        findings.addAll(labels);
        continue;
      }
      var words = words(question);
      CUES.find(words).forEach(hit -> asks.add(hit.key()));
      signs(words).forEach(hit -> findings.add(hit.key()));
    }
    // The more exact question is the one that was asked.
    if (asks.contains(DetailKind.PREGNANCY_WEEKS) || asks.contains(DetailKind.BIRTH_WHEN))
      asks.remove(DetailKind.DURATION);
    if (asks.contains(DetailKind.ALLERGIES) || asks.contains(DetailKind.MEANS))
      asks.remove(DetailKind.MEDICATION);
    findings.removeIf(f -> f.isNone() || f.isCourse() || f.isWho());
    boolean list =
        asks.isEmpty()
            || asks.equals(EnumSet.of(DetailKind.OTHER_SYMPTOMS))
            || asks.equals(EnumSet.of(DetailKind.CONDITIONS));
    return new QuestionReading(
        list ? findings : Set.of(), asks, assistant.contains("Which of these"));
  }

  /// The patient writes "harm myself", and the tables are made for what patients write.
  private static List<Word> words(String question) {
    return Word.of(YOURSELF.matcher(question).replaceAll("my$1"));
  }

  private static final Pattern YOURSELF = Pattern.compile("(?i)\\byour(self| life)\\b");

  /// What a question names by whole phrases. Who asks for "vaginal bleeding" asks for that and for
  /// nothing that is told by the word "bleeding"; who names a part of the body alone, for no sign
  /// of it.
  private static List<Phrases.Hit<Finding>> signs(List<Word> words) {
    var text = texts(words);
    var hits = Reading.findings(words);
    return hits.stream()
        .filter(hit -> isWholly(hit, text) || hits.stream().noneMatch(o -> isInside(hit, o)))
        .filter(hit -> isNamed(hit, text) || hits.stream().noneMatch(o -> isNamedBy(o, hit, words)))
        .filter(hit -> hit.end() - hit.first() > 1 || !Places.isName(words.get(hit.first())))
        .toList();
  }

  private static Set<String> texts(List<Word> words) {
    return words.stream().map(Word::text).collect(Collectors.toSet());
  }

  private static boolean isInside(Phrases.Hit<Finding> hit, Phrases.Hit<Finding> other) {
    return other.first() <= hit.first()
        && hit.end() <= other.end()
        && other.end() - other.first() > hit.end() - hit.first();
  }

  /// Whether all words of its label stand in the question.
  private static boolean isNamed(Phrases.Hit<Finding> hit, Set<String> text) {
    return text.containsAll(label(hit));
  }

  private static boolean isWholly(Phrases.Hit<Finding> hit, Set<String> text) {
    return label(hit).size() > 1 && isNamed(hit, text);
  }

  private static Set<String> label(Phrases.Hit<Finding> hit) {
    return texts(Word.of(hit.key().label()));
  }

  private static boolean isNamedBy(
      Phrases.Hit<Finding> other, Phrases.Hit<Finding> hit, List<Word> words) {
    boolean touch = other.first() < hit.end() && hit.first() < other.end();
    return isNamed(other, texts(words))
        && (touch || label(other).containsAll(texts(words.subList(hit.first(), hit.end()))));
  }

  /// The words of a question beside those by which it names what it asks for, as they are written.
  public static Set<String> besides(String question) {
    var words = Word.of(question);
    var free = new boolean[words.size()];
    Arrays.fill(free, true);
    CUES.find(words).forEach(hit -> Arrays.fill(free, hit.first(), hit.end(), false));
    Reading.findings(words).forEach(hit -> Arrays.fill(free, hit.first(), hit.end(), false));
    var besides = new LinkedHashSet<String>();
    for (int at = 0; at < free.length; at++) {
      var word = words.get(at);
      if (free[at])
        besides.add(question.substring(word.start(), word.end()).toLowerCase(Locale.ROOT));
    }
    return besides;
  }

  /// The findings of a list made of labels ("...: fever, rash or confusion?"), empty when the
  /// question is no such list.
  private static Set<Finding> labels(String question) {
    int list = question.indexOf(": ");
    var single = LEADS.stream().filter(question::contains).findFirst().orElse(null);
    if (list < 0 && single == null) return Set.of();
    int from = single == null ? list + 2 : question.indexOf(single) + single.length();
    var text = question.substring(from, question.length() - 1);
    var labels = new TreeSet<Finding>();
    // A label may hold an "or" of its own, so the whole is tried before its parts.
    for (var part : text.split(", ", -1)) {
      for (var label :
          BY_LABEL.containsKey(part) ? List.of(part) : List.of(part.split(" or (?=[^ ])", -1))) {
        var finding = BY_LABEL.get(label.strip());
        if (finding == null) return Set.of();
        labels.add(finding);
      }
    }
    return labels;
  }

  /// Whether it asks for anything that is known by name.
  public boolean asksAnything() {
    return !asks.isEmpty() || !findings.isEmpty();
  }

  boolean isFor(DetailKind detailKind) {
    return asks.contains(detailKind);
  }

  /// The detail that was asked; null if there were none or several.
  @Nullable DetailKind soleAsk() {
    return asks.size() == 1 ? asks.iterator().next() : null;
  }

  private static List<String> questions(String text) {
    var questions = new ArrayList<String>();
    int start = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '?') questions.add(text.substring(start, at + 1));
      boolean decimal =
          c == '.' && at + 1 < text.length() && Character.isDigit(text.charAt(at + 1));
      if (c == '?' || c == '!' || c == '\n' || (c == '.' && !decimal)) start = at + 1;
    }
    return questions;
  }
}
