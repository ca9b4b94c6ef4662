package poca.ai.language;

import org.jspecify.annotations.Nullable;

/// The language of a patient's words.
///
/// @param tag BCP 47, `und` when it is clearly not English and nobody knows what; null when there
///   is no letter to judge by
/// @param isRead whether the rules can read it: English, or nothing that could be unread
public record Detected(@Nullable String tag, boolean isRead) {

  static final String ENGLISH = "en";
  static final String UNKNOWN = "und";

  static Detected of(String tag) {
    return new Detected(tag, tag.equals(ENGLISH));
  }

  static final Detected NOTHING = new Detected(null, true);
}
