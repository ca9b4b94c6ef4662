package poca.testkit.agreement;

/// Something that a service and the document say differently.
///
/// @param subject what it is about, short and stable: tests name it when they know of it
record Disagreement(String subject, String text) {

  @Override
  public String toString() {
    return subject + ": " + text;
  }
}
