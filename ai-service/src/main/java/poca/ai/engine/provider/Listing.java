package poca.ai.engine.provider;

/// What a provider's list says of a model.
public enum Listing {
  LISTED,
  UNKNOWN,
  /// It has a date from which on it will be gone.
  ENDING
}
