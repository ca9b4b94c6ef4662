package poca.ai.likeness;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import poca.ai.content.Content;
import poca.ai.content.ContentErrors;

/// One of the emergencies that a message can be like.
///
/// @param id as a rule id names it: `model:likeness.<id>`
/// @param name how the doctor reads it
/// @param question what settles it: "yes" is the emergency
/// @param who whom it can strike
public record EmergencyFamily(String id, String name, String question, AffectedGroup who) {

  static final String FILE = "likeness/families.tsv";

  private static final Map<String, EmergencyFamily> ALL = read();

  private static Map<String, EmergencyFamily> read() {
    var contentErrors = new ContentErrors();
    var families = new LinkedHashMap<String, EmergencyFamily>();
    for (var line : Content.lines(FILE)) {
      var part = line.text().split("\t", -1);
      if (part.length < 3 || part.length > 4 || part[1].isBlank()) {
        contentErrors.add(
            line, "is no `family <tab> name <tab> question <tab> whom it can strike`");
        continue;
      }
      if (!part[2].matches("[A-Z][^?]+\\?")) contentErrors.add(line, "is no single question");
      var who = part.length == 4 ? part[3] : "";
      if (!who.matches("(?:newborn|baby|child|woman|man|old)?")) {
        contentErrors.add(line, "`" + who + "` is nobody that is known");
        continue;
      }
      if (families.put(
              part[0], new EmergencyFamily(part[0], part[1], part[2], AffectedGroup.of(who)))
          != null) contentErrors.add(line, "`" + part[0] + "` stands there twice");
    }
    contentErrors.refuse();
    return families;
  }

  /// Whether it can strike somebody of this age and gender.
  ///
  /// @param ageDays null if unknown, as the gender
  public boolean canStrike(@Nullable Double ageDays, @Nullable String gender) {
    return who.is(ageDays, gender);
  }

  /// The one whose question a text ends with.
  public static Optional<EmergencyFamily> askedIn(String text) {
    var end = text.stripTrailing();
    return ALL.values().stream().filter(family -> end.endsWith(family.question())).findFirst();
  }

  static Map<String, EmergencyFamily> all() {
    return ALL;
  }

  /// @throws IllegalArgumentException if there is none
  static EmergencyFamily of(String id) {
    var family = ALL.get(id);
    if (family == null) throw new IllegalArgumentException("no family " + id);
    return family;
  }
}
