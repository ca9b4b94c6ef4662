package poca.ai.worklist;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import poca.ai.triage.UrgencyLevel;
import poca.contracts.ChatId;
import poca.contracts.PatientId;

/// Which sessions a list is about; what is null does not narrow it.
///
/// @param open not ended
/// @param attended the doctor's side took note
record WorklistFilter(
    @Nullable ChatId chat,
    @Nullable PatientId patient,
    @Nullable UrgencyLevel urgency,
    @Nullable Boolean understood,
    @Nullable Boolean open,
    @Nullable Boolean attended,
    @Nullable Boolean summaryReady) {

  /// What waits has a lower rank than this, what does not this one or a higher.
  private static final int ATTENDED = 4;

  /// Conditions on `ai_session s`. Urgency and attention are a rank or a stretch of ranks, so that
  /// they are found by the index that gives the order.
  List<String> conditions() {
    var all = new ArrayList<String>();
    if (chat != null) {
      all.add("s.chat_id = :chat");
    }
    if (patient != null) {
      all.add("s.patient_id = :patient");
    }
    if (urgency != null) {
      var waiting = rank(urgency);
      all.add(
          attended == null
              ? "s.place in (%d, %d)".formatted(waiting, waiting + ATTENDED)
              : "s.place = " + (attended ? waiting + ATTENDED : waiting));
    } else if (attended != null) {
      all.add((attended ? "s.place >= " : "s.place < ") + ATTENDED);
    }
    if (understood != null) {
      all.add(understood ? "s.understood" : "not s.understood");
    }
    if (open != null) {
      all.add(open ? "s.ended_at is null" : "s.ended_at is not null");
    }
    if (summaryReady != null) {
      all.add(summaryReady ? "s.summary_ready" : "not s.summary_ready");
    }
    return all;
  }

  private static int rank(UrgencyLevel urgency) {
    return switch (urgency) {
      case RED -> 0;
      case YELLOW -> 1;
      case GREEN -> 2;
    };
  }

  Map<String, Object> parameters() {
    var parameters = new HashMap<String, Object>();
    if (chat != null) {
      parameters.put("chat", chat.value());
    }
    if (patient != null) {
      parameters.put("patient", patient.value());
    }
    return parameters;
  }
}
