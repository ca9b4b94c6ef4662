package poca.ai.triage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import poca.ai.content.ContentErrors;
import poca.ai.content.Line;
import poca.ai.reading.Span;
import poca.ai.reading.Story;

/// Says how the rules rate one message and what is read in it: `./poca rules '[70y] my chest
/// hurts'`. By its name it is no part of the test run.
class TryMessage {

  @Test
  void say() throws IOException {
    var errors = new ContentErrors();
    var example =
        Example.of(new Line("the message", 1, System.getProperty("rules.message", "")), errors);
    errors.refuse();
    var story =
        Story.of(List.of(new Story.Exchange("m", example.message(), null, false)), Set.of());
    var urgency = Objects.requireNonNull(Triage.assess(story, example.who()));
    var lines = new ArrayList<String>();
    lines.add(urgency.level().name().toLowerCase(Locale.ROOT) + "  by " + urgency.ruleId());
    for (var firing : urgency.firings()) {
      lines.add("  %s: %s".formatted(firing.ruleId(), firing.reason()));
      firing.evidence().forEach(span -> lines.add("    \"" + quote(example, span) + '"'));
    }
    lines.add("read in it");
    story
        .mentions()
        .map(mention ->
            "  %s, %s: \"%s\""
                .formatted(
                    mention.finding().id(),
                    mention.sense().name().toLowerCase(Locale.ROOT),
                    quote(example, mention.span())))
        .distinct()
        .forEach(lines::add);
    Files.write(Path.of("target", "message.txt"), lines);
  }

  private static String quote(Example example, Span span) {
    return example.message().substring(span.start(), span.end());
  }
}
