package poca.records.attachment;

import poca.records.document.DocumentType;

/// A document is attached to one of these parts of a record.
public enum AttachedTo {
  CASE_HISTORY("case_history_id", DocumentType.CASE_HISTORY),
  REPORT("report_id", DocumentType.REPORT);

  private final String column;
  private final DocumentType type;

  AttachedTo(String column, DocumentType type) {
    this.column = column;
    this.type = type;
  }

  String column() {
    return column;
  }

  DocumentType type() {
    return type;
  }
}
