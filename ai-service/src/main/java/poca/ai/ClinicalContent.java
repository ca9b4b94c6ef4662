package poca.ai;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import poca.ai.content.Problems;
import poca.ai.draft.Advices;
import poca.ai.interview.Complaints;
import poca.ai.reading.ConceptFiles;
import poca.ai.triage.Triage;

/// Reads the clinical content when the service starts: content that is wrong is found by whoever
/// changed it, not by a patient.
@Component
class ClinicalContent {

  private static final Logger log = LoggerFactory.getLogger(ClinicalContent.class);

  ClinicalContent() {
    var problems = new Problems();
    ConceptFiles.check(problems);
    problems.refuse();
    log.info(
        "clinical content {}: {} rules, {} complaints, {} pieces of advice",
        Triage.RULE_SET,
        Triage.size(),
        Complaints.size(),
        Advices.size());
  }
}
