package poca.ai;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import poca.ai.content.ContentErrors;
import poca.ai.draft.Advices;
import poca.ai.interview.Complaints;
import poca.ai.interview.Emergencies;
import poca.ai.problem.ProblemTable;
import poca.ai.reading.ConceptFiles;
import poca.ai.triage.Triage;

/// Reads the clinical content when the service starts: content that is wrong is found by whoever
/// changed it, not by a patient.
@Component
class ClinicalContent {

  private static final Logger log = LoggerFactory.getLogger(ClinicalContent.class);

  private static volatile @Nullable CompletableFuture<String> begun;

  ClinicalContent() {
    var reading = begun;
    log.info("clinical content {}", reading == null ? read() : wait(reading));
  }

  /// Reads it beside the start of everything else, which would otherwise take a second longer.
  static void begin() {
    begun = CompletableFuture.supplyAsync(ClinicalContent::read);
  }

  private static String wait(CompletableFuture<String> reading) {
    try {
      return reading.join();
    } catch (CompletionException wrong) {
      var cause = wrong.getCause();
      while (cause instanceof ExceptionInInitializerError && cause.getCause() != null)
        cause = cause.getCause();
      throw new IllegalStateException(
          cause == null ? wrong.getMessage() : cause.getMessage(), wrong);
    }
  }

  private static String read() {
    var contentErrors = new ContentErrors();
    ConceptFiles.check(contentErrors);
    contentErrors.refuse();
    return "%s: %d rules, %d complaints, %d kinds of emergency, %d pieces of advice, %d problems"
        .formatted(
            Triage.RULE_SET,
            Triage.size(),
            Complaints.size(),
            Emergencies.size(),
            Advices.size(),
            ProblemTable.size());
  }
}
