package poca.ai.engine.provider;

/// Says what a provider's list of models tells of one of them.
public enum Listing {
  LISTED,
  UNKNOWN,
  /// It has a date from which on it will be gone.
  ENDING
}
