package poca.records.document;

import org.jspecify.annotations.Nullable;
import poca.contracts.AccessBasis;
import poca.contracts.PatientId;

/// A document that somebody may read, and why.
///
/// @param patient because of whose record or chat the caller may; null if it is in none
public record ReadableDocument(Document document, AccessBasis basis, @Nullable PatientId patient) {}
