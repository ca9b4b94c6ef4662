package poca.ai.content;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One entry of a content file, such as a concept or a rule: what stands under each of its keys.
public final class Entry {

  private final Line start;
  private final Map<String, List<Line>> values;
  private final ContentErrors contentErrors;

  Entry(Line start, Map<String, List<Line>> values, ContentErrors contentErrors) {
    this.start = start;
    this.values = values;
    this.contentErrors = contentErrors;
  }

  /// Its first line.
  public Line start() {
    return start;
  }

  /// What must be there; an empty line, and a problem, when it is not.
  public Line text(String key) {
    var text = optional(key);
    if (text != null) return text;
    contentErrors.add(start, "lacks `" + key + "`");
    return start.with("");
  }

  public @Nullable Line optional(String key) {
    var lines = lines(key);
    if (lines.isEmpty()) return null;
    if (lines.size() > 1) contentErrors.add(lines.get(1), "`" + key + "` is one line");
    return lines.getFirst();
  }

  /// What is written one to a line; none when the key is not there.
  public List<Line> lines(String key) {
    return values.getOrDefault(key, List.of());
  }
}
