package poca.ai.source;

import java.util.Locale;

/// A text that can be cited, as it stands now.
///
/// @param id of the message, the case history or the document
/// @param version of the text; what never changes has one
public record Source(Kind kind, String id, long version, String text) {

  /// The only version of what never changes.
  public static final long ONLY = 1;

  /// What is cited, and so who may see it (contract 9.4).
  public enum Kind {
    MESSAGE,
    CASE_HISTORY,
    DOCUMENT,
    /// A text that a doctor posted for a draft: shown as a message, to whoever sees the draft.
    POSTED;

    /// As clients see it.
    public String wire() {
      return (this == POSTED ? MESSAGE : this).name().toLowerCase(Locale.ROOT);
    }
  }
}
