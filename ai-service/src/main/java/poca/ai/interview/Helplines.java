package poca.ai.interview;

/// The numbers that an advice names.
///
/// @param emergency EMERGENCY_NUMBER
/// @param crisis CRISIS_LINE, for people who think of harming themselves; empty if there is none
public record Helplines(String emergency, String crisis) {

  public Helplines {
    emergency = emergency.strip();
    crisis = crisis.strip();
    if (emergency.isEmpty())
      throw new IllegalArgumentException("EMERGENCY_NUMBER must not be empty");
  }
}
