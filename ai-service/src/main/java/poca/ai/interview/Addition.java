package poca.ai.interview;

import java.util.ArrayList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import poca.ai.triage.UrgencyLevel;

/// What the patient adds after the summary (contract 6.2.8): it joins the summary, whatever that
/// says by then.
final class Addition {

  private static final String ADDED = "It was added to the summary for the doctor.";
  private static final String SEND_AGAIN =
      " Please send the summary again, so that the doctor sees it.";
  private static final String NOTHING_TO_ADD = "The summary for the doctor is complete.";

  private Addition() {}

  static AssistantTurn to(Assessment assessment) {
    var newest = assessment.newest();
    if (newest.content().isEmpty() || newest.isSmallTalk())
      return new AssistantTurn.Noted(NOTHING_TO_ADD, null);
    var lines = new ArrayList<String>();
    lines.add("Added later: " + Quote.whole(newest.message()));
    var urgency = assessment.urgency();
    if (!Objects.equals(level(assessment), urgency.level()) || assessment.isRedMessage())
      lines.add(SummaryText.urgencyLine(assessment));
    var said = assessment.intake().summarySent() ? ADDED + SEND_AGAIN : ADDED;
    return new AssistantTurn.Noted(said, String.join("\n", lines));
  }

  private static @Nullable UrgencyLevel level(Assessment assessment) {
    var before = assessment.before();
    return before == null ? null : before.level();
  }
}
