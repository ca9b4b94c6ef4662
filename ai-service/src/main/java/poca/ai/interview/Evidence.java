package poca.ai.interview;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.stream.Collectors;
import poca.ai.reading.Ask;
import poca.ai.reading.Finding;
import poca.ai.reading.Mention;
import poca.ai.reading.Span;
import poca.ai.reading.Story;
import poca.ai.triage.Urgency;

/// The patient's words behind an urgency, as the doctor reads them.
final class Evidence {

  private Evidence() {}

  /// Empty when no rule has fired.
  static Optional<String> of(Story story, Urgency urgency) {
    var quotes = new LinkedHashSet<String>();
    for (var span : urgency.evidence()) quotes.add(quote(story, span));
    return quotes.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", quotes));
  }

  private static String quote(Story story, Span span) {
    var message =
        story.readings().stream()
            .filter(r -> r.messageId().equals(span.messageId()))
            .findFirst()
            .orElseThrow()
            .message();
    var said = Quote.of(message.substring(span.start(), span.end()), 80);
    var counted = story.details(Ask.WET_DIAPERS).anyMatch(d -> d.span().equals(span));
    if (counted) return said + " (" + Ask.WET_DIAPERS.label() + ")";
    if (story.temperatures().anyMatch(t -> t.span().equals(span))) return said + " (temperature)";
    if (story.details(Ask.SEVERITY).anyMatch(d -> d.span().equals(span)))
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
