package poca.records.attachment;

import poca.records.document.DocumentType;

/// Where in a record a document can be.
public enum Place {
  CASE_HISTORY("case_history_id", DocumentType.CASE_HISTORY),
  REPORT("report_id", DocumentType.REPORT);

  private final String column;
  private final DocumentType type;

  Place(String column, DocumentType type) {
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
