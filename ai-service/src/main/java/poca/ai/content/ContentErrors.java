package poca.ai.content;

import java.util.ArrayList;
import java.util.List;

/// Collects everything that is wrong in the content: who writes rules wants to mend a file once.
public final class ContentErrors {

  private final List<String> found = new ArrayList<>();

  public void add(Line at, String what) {
    found.add(at.place() + ": " + what);
  }

  public List<String> found() {
    return List.copyOf(found);
  }

  /// Refuses to start with content that is wrong.
  public void refuse() {
    if (!found.isEmpty())
      throw new IllegalStateException("Clinical content:\n" + String.join("\n", found));
  }
}
