package poca.records.casehistory;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import poca.contracts.CaseHistoryId;
import poca.contracts.PatientId;

/// What somebody wrote down about a patient at one time.
///
/// @param summary the author's words, which nothing replaces
/// @param aiSummary a text made from the summary and the documents, when there is one
/// @param documents references as they were sent; those that name a document which the author could
///   see are attached too
/// @param version counts the changes, from 1
record CaseHistory(
    CaseHistoryId id,
    PatientId patient,
    @Nullable String summary,
    @Nullable String aiSummary,
    @Nullable List<String> documents,
    long version,
    Instant createdAt,
    @Nullable Instant updatedAt) {}
