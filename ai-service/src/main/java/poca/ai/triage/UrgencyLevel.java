package poca.ai.triage;

import java.util.Locale;

/// Orders urgency from green to red.
public enum UrgencyLevel {
  /// Educational: nothing in the words asks for more.
  GREEN,
  /// May worsen: check again after some days, then book.
  YELLOW,
  /// Serious: the answer goes to the doctor, book at once by phone.
  RED;

  /// The lower-case name used on the wire.
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
