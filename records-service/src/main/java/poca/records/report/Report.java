package poca.records.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import poca.contracts.PatientId;
import poca.contracts.ReportId;

/// A finding on a patient, with the documents that show it.
///
/// @param version counts the changes, from 1
record Report(
    ReportId id,
    PatientId patient,
    String title,
    @Nullable String description,
    ReportType type,
    long version,
    Instant createdAt,
    @Nullable Instant updatedAt) {}
