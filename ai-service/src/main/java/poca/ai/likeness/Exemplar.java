package poca.ai.likeness;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import poca.ai.content.Content;
import poca.ai.content.ContentErrors;

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
    var contentErrors = new ContentErrors();
    var exemplars = new ArrayList<Exemplar>();
    var ids = new HashSet<String>();
    var texts = new HashSet<String>();
    for (var line : Content.lines(FILE)) {
      var part = line.text().split("\t", -1);
      if (part.length != 4 || part[3].isBlank()) {
        contentErrors.add(line, "is no `id <tab> family <tab> kind <tab> text`");
        continue;
      }
      var kind = kind(part[2]);
      if (!isFamily(part[1], kind))
        contentErrors.add(line, "`" + part[1] + "` is not in " + EmergencyFamily.FILE);
      if (kind == null) contentErrors.add(line, "there is no kind `" + part[2] + "`");
      if (!ids.add(part[0])) contentErrors.add(line, "`" + part[0] + "` stands there twice");
      if (!texts.add(part[3].toLowerCase(Locale.ROOT)))
        contentErrors.add(line, "says what another line says");
      if (kind != null) exemplars.add(new Exemplar(part[0], part[1], kind, part[3]));
    }
    contentErrors.refuse();
    return List.copyOf(exemplars);
  }

  private static boolean isFamily(String name, @Nullable Kind kind) {
    return EmergencyFamily.all().containsKey(name) || (name.equals(EVERYDAY) && kind != Kind.RED);
  }

  private static @Nullable Kind kind(String name) {
    for (var kind : Kind.values())
      if (kind.name().toLowerCase(Locale.ROOT).equals(name)) return kind;
    return null;
  }
}
