package poca.system.access;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One cell of the matrix and what its request speaks about.
///
/// @param thing whose id is varied; null if the operation takes none
/// @param made things made for this cell alone, which take the place of the standing ones
record Given(
    World world,
    Operation operation,
    @Nullable String thing,
    Who who,
    Which which,
    Map<String, String> made) {

  static final String ATTACHED = "attached document";

  /// Whatever else is named beside one of these belongs to the circle `own`.
  private static final Set<String> ALONE = Set.of("doctor", "hospital", "report", ATTACHED);

  static Given standing(
      World world, Operation operation, @Nullable String thing, Who who, Which which) {
    return new Given(world, operation, thing, who, which, new HashMap<>());
  }

  /// The circle that what is not varied belongs to.
  Which circle() {
    var alone = thing != null && ALONE.contains(thing);
    return alone || !which.isReal() ? Which.OWN : which;
  }

  /// The id of what is varied.
  String id() {
    return id(named());
  }

  String named() {
    return Objects.requireNonNull(thing, operation.id());
  }

  String id(String name) {
    if (!name.equals(thing)) {
      return made.getOrDefault(name, world.id(companion(name), circle(), who));
    }
    return switch (which) {
      case RANDOM -> UUID.randomUUID().toString();
      case MALFORMED -> "no-uuid";
      default -> {
        var own = made.get(name);
        yield own != null ? own : world.id(name, which, who);
      }
    };
  }

  /// Beside something else a doctor is the one who treats, a hospital the one that is linked.
  private static String companion(String name) {
    return switch (name) {
      case "doctor" -> "treating doctor";
      case "hospital" -> "linked hospital";
      default -> name;
    };
  }

  /// The account that a patient account's relation is for: itself; an admin makes it for the owner.
  String relating() {
    if ("account".equals(thing)) {
      return id();
    }
    return who == Who.ADMIN ? world.owner(circle()).id() : world.id("user", Which.OWN, who);
  }

  String path() {
    var path = operation.path();
    var names = operation.parameters();
    for (var name : names) {
      String id;
      if (operation.id().equals("relateUser")) {
        id = relating();
      } else {
        id =
            names.size() == 1 && !ATTACHED.equals(thing) ? id() : id(name.replaceFirst("_id$", ""));
      }
      path = path.replace("{" + name + "}", id);
    }
    return path + Requests.query(this);
  }
}
