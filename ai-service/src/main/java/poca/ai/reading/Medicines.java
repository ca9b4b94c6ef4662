package poca.ai.reading;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Finds the medicines that a text names, whoever names them and however it is meant.
public final class Medicines {

  /// On the list of medicines, and words of everyday language before that.
  private static final Set<String> EVERYDAY =
      Set.of("adrenaline", "dopamine", "ensure", "fleet", "glycerin", "peppermint");

  private Medicines() {}

  /// Their names in lower case, misspelt ones corrected, in the order of the text.
  public static Set<String> in(String text) {
    var named = new LinkedHashSet<String>();
    for (var word : Word.of(text)) if (isMedicine(word.text())) named.add(word.text());
    return named;
  }

  /// Whether this word, in lower case, is the name of a medicine.
  public static boolean isMedicine(String word) {
    return Lexicon.isDrug(word) && !EVERYDAY.contains(word);
  }

  /// The classes of medicines and conditions that a text names, local preparations left out.
  public static Set<String> classes(String text) {
    return new TreeSet<>(ClassMentions.named(text));
  }

  /// The classes that a text says the patient has or takes now, pregnancy, breastfeeding and asthma
  /// among them.
  public static Set<String> classesNow(String text) {
    var story = Story.of(List.of(new Story.Exchange("text", text, null, false)), Set.of());
    var classes = new TreeSet<String>();
    for (var reading : story.readings())
      reading.takings().stream()
          .filter(ClassMention::isNow)
          .map(ClassMention::of)
          .forEach(classes::add);
    CONDITIONS.forEach((finding, of) -> {
      if (story.has(finding)) classes.add(of);
    });
    return classes;
  }

  /// The same of an entry of a record.
  public static Set<String> classesOnRecord(String entry) {
    var classes = new TreeSet<>(ClassMentions.classes(entry));
    var named = Story.named(entry);
    CONDITIONS.forEach((finding, of) -> {
      if (named.contains(finding)) classes.add(of);
    });
    return classes;
  }

  private static final Map<Finding, String> CONDITIONS =
      Map.of(
          Finding.PREGNANT, "pregnancy",
          Finding.BREASTFEEDING, "breastfeeding",
          Finding.ASTHMA, "asthma",
          Finding.BLOOD_THINNER, "anticoagulant");
}
