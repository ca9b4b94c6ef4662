package poca.ai.interview;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import poca.ai.reading.DetailKind;
import poca.ai.reading.Finding;
import poca.ai.reading.Mention;
import poca.ai.reading.Span;
import poca.ai.reading.Story;
import poca.ai.triage.Urgency;
import poca.ai.triage.UrgencyLevel;

/// The patient's words behind an urgency, as the doctor reads them.
final class UrgencyEvidence {

  /// Quotations beside those of the rule that leads.
  private static final int MOST_FURTHER = 4;

  private static final int MOST_NEW = 3;

  private UrgencyEvidence() {}

  /// Empty when no rule has fired.
  static Optional<String> of(Story story, Urgency urgency) {
    var quotes = new LinkedHashSet<String>();
    for (var span : newest(story, urgency)) quotes.add(quote(story, span));
    SecondNet.unclearReply(story, urgency.ruleId())
        .ifPresentOrElse(
            quotes::add, () -> urgency.evidence().forEach(span -> quotes.add(quote(story, span))));
    others(story, urgency).stream()
        .map(span -> quote(story, span))
        .filter(quote -> quotes.stream().noneMatch(other -> holds(other, quote)))
        .limit(MOST_FURTHER)
        .forEach(quotes::add);
    return quotes.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", quotes));
  }

  /// What the newest message adds to a session that was red before: it comes first.
  private static List<Span> newest(Story story, Urgency urgency) {
    if (isNewest(story, urgency.since())) return List.of();
    return urgency.firings().stream()
        .filter(f -> f.level() == UrgencyLevel.RED && isNewest(story, f.since()))
        .flatMap(f -> f.evidence().stream())
        .filter(span -> isNewest(story, span.messageId()) && !isGuess(story, span))
        .distinct()
        .limit(MOST_NEW)
        .toList();
  }

  private static boolean isNewest(Story story, String messageId) {
    return story.exchanges().getLast().messageId().equals(messageId);
  }

  /// What other rules found that say red, too: a danger that was told beside the first.
  private static List<Span> others(Story story, Urgency urgency) {
    var passages = new Passages(story);
    return urgency.firings().stream()
        .filter(f -> f.level() == UrgencyLevel.RED && !f.ruleId().equals(urgency.ruleId()))
        .flatMap(f -> f.evidence().stream())
        .filter(span -> urgency.evidence().stream().noneMatch(span::overlaps))
        .filter(span -> !isGuess(story, span))
        .filter(span ->
            story
                .mentions()
                .anyMatch(
                    m -> m.span().equals(span) && ReportedDangers.isNamed(m, passages.words(span))))
        .distinct()
        .toList();
  }

  /// "I thought low blood sugar" is no sign of it.
  private static boolean isGuess(Story story, Span span) {
    return Naming.isGuess(new Passages(story).reading(span).message(), span.start());
  }

  /// One is a part of the other, as "calf" of "left calf been sore".
  private static boolean holds(String one, String other) {
    return bare(one).contains(bare(other)) || bare(other).contains(bare(one));
  }

  private static String bare(String quotation) {
    return quotation.replace("\"", "").toLowerCase(Locale.ROOT);
  }

  private static String quote(Story story, Span span) {
    var message =
        story.readings().stream()
            .filter(r -> r.messageId().equals(span.messageId()))
            .findFirst()
            .orElseThrow()
            .message();
    var said = Quote.of(message.substring(span.start(), span.end()), 80);
    var counted = story.details(DetailKind.WET_DIAPERS).anyMatch(d -> d.span().equals(span));
    if (counted) return said + " (" + DetailKind.WET_DIAPERS.label() + ")";
    if (story.temperatures().anyMatch(t -> t.span().equals(span))) return said + " (temperature)";
    var measured =
        story.readings().stream()
            .flatMap(r -> r.measurements().stream())
            .filter(m -> m.span().equals(span))
            .findFirst();
    if (measured.isPresent()) return said + " (" + measured.get().kind().label() + ")";
    if (story.details(DetailKind.SEVERITY).anyMatch(d -> d.span().equals(span)))
      return said + " (severity)";
    var asked =
        story
            .mentions()
            .filter(m ->
                m.answer()
                    && m.span().equals(span)
                    && (m.present() || m.finding().opposite() != null))
            .map(Mention::finding)
            .filter(f -> !isOppositeOfAsked(story, span, f))
            .map(Finding::label)
            .collect(Collectors.joining(" or "));
    return asked.isEmpty() ? said : said + " when asked for " + asked;
  }

  /// A "no" to "feeding as usual" is shown under the words of the question.
  private static boolean isOppositeOfAsked(Story story, Span span, Finding finding) {
    return story
        .mentions()
        .anyMatch(m -> m.span().equals(span) && m.finding().opposite() == finding);
  }
}
