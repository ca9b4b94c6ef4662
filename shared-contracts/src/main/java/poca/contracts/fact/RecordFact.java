package poca.contracts.fact;

import poca.contracts.CaseHistoryId;
import poca.contracts.DocumentId;
import poca.contracts.PatientId;
import poca.contracts.ReportId;

/// What was added to a patient's record, told by records-service.
public sealed interface RecordFact extends Fact {

  Topic<RecordFact> TOPIC =
      new Topic<>("records.entries.v1", RecordFact.class, "records-service", Topic.Keeping.A_WEEK);

  PatientId patient();

  @Override
  default String key() {
    return patient().toString();
  }

  record CaseHistoryWritten(PatientId patient, CaseHistoryId caseHistory, long version)
      implements RecordFact {}

  record ReportWritten(PatientId patient, ReportId report, long version) implements RecordFact {}

  record DocumentAttached(PatientId patient, DocumentId document) implements RecordFact {}
}
