package poca.ai.likeness;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import poca.ai.content.Content;
import poca.ai.content.Problems;

/// A message of which it is known what it was.
///
/// @param family the emergency that it is, or that it has to be told from; [#EVERYDAY] if there is
///   none that it is near
record Exemplar(String id, String family, Kind kind, String text) {

  static final String EVERYDAY = "everyday";

  static final String FILE = "likeness/exemplars.tsv";

  /// What a message about an emergency's theme can be.
  enum Kind {
    RED,
    SOON,
    MILD,
    PAST,
    QUESTION,
    OTHER,
    NEGATED,
    IDIOM,
    BENIGN,
    ADMIN
  }

  /// Any other kind speaks against an emergency.
  boolean isRed() {
    return kind == Kind.RED;
  }

  /// In the order of the file.
  static List<Exemplar> all() {
    var problems = new Problems();
    var exemplars = new ArrayList<Exemplar>();
    var ids = new HashSet<String>();
    var texts = new HashSet<String>();
    for (var line : Content.lines(FILE)) {
      var part = line.text().split("\t", -1);
      if (part.length != 4 || part[3].isBlank()) {
        problems.add(line, "is no `id <tab> family <tab> kind <tab> text`");
        continue;
      }
      var kind = kind(part[2]);
      if (!isFamily(part[1], kind))
        problems.add(line, "`" + part[1] + "` is not in " + Family.FILE);
      if (kind == null) problems.add(line, "there is no kind `" + part[2] + "`");
      if (!ids.add(part[0])) problems.add(line, "`" + part[0] + "` stands there twice");
      if (!texts.add(part[3].toLowerCase(Locale.ROOT)))
        problems.add(line, "says what another line says");
      if (kind != null) exemplars.add(new Exemplar(part[0], part[1], kind, part[3]));
    }
    problems.refuse();
    return List.copyOf(exemplars);
  }

  private static boolean isFamily(String name, @Nullable Kind kind) {
    return Family.all().containsKey(name) || (name.equals(EVERYDAY) && kind != Kind.RED);
  }

  private static @Nullable Kind kind(String name) {
    for (var kind : Kind.values())
      if (kind.name().toLowerCase(Locale.ROOT).equals(name)) return kind;
    return null;
  }
}
