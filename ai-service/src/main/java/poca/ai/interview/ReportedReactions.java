package poca.ai.interview;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import poca.ai.reading.AssertionStatus;
import poca.ai.reading.Finding;
import poca.ai.reading.Medicines;
import poca.ai.reading.Mention;
import poca.ai.reading.Story;

/// Reactions to a medicine that were told beside something else, now or long ago: what is given
/// next depends on them.
final class ReportedReactions {

  private static final Set<Finding> SIGNS =
      Set.of(
          Finding.RASH,
          Finding.HIVES,
          Finding.FACE_SWELLING,
          Finding.of("throat-closing"),
          Finding.of("anaphylaxis"),
          Finding.ALLERGIC);

  private static final Pattern MEDICINE =
      Pattern.compile(
          "\\b(?:tablets?|pills?|antibiotics?|injection|medicine|painkillers?)\\b",
          Pattern.CASE_INSENSITIVE);

  /// "Cetirizine for the hives" was taken against them.
  private static final Pattern AGAINST =
      Pattern.compile("\\b(?:for|against) (?:\\w+ )?$", Pattern.CASE_INSENSITIVE);

  private ReportedReactions() {}

  /// The sentences, in quotation marks.
  static List<String> in(Story story, Passages passages) {
    return story
        .mentions()
        .filter(m -> SIGNS.contains(m.finding()) && !m.answer())
        .filter(m -> m.sense() == AssertionStatus.PRESENT || m.sense() == AssertionStatus.PAST)
        .filter(m -> !passages.isQuestion(m.span()) && followsMedicine(m, passages))
        .map(m -> passages.quoted(m.span()))
        .distinct()
        .limit(2)
        .toList();
  }

  private static boolean followsMedicine(Mention sign, Passages passages) {
    var sentence = passages.sentence(sign.span());
    var words = passages.words(sign.span());
    var before = sentence.substring(0, Math.max(0, sentence.indexOf(words)));
    return !AGAINST.matcher(before).find()
        && (MEDICINE.matcher(before).find()
            || !Medicines.in(before.toLowerCase(Locale.ROOT)).isEmpty());
  }
}
