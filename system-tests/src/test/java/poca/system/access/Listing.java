package poca.system.access;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import poca.system.access.AccessMatrix.Row;
import poca.system.access.PublicGateway.Request;
import tools.jackson.databind.JsonNode;

/// A list, read to its end.
final class Listing {

  private static final int PAGE = 200;

  private final World world;
  private final PublicGateway publicGateway;
  private final Operation operation;

  Listing(World world, PublicGateway publicGateway, Operation operation) {
    this.world = world;
    this.publicGateway = publicGateway;
    this.operation = operation;
  }

  /// What this caller sees of the row's three things, as the matrix writes it.
  String shown(Row row, Who who) {
    var words = Objects.requireNonNull(row.thing()).split(" of ", 2);
    var path = operation.path();
    if (words.length == 2) {
      var name = operation.parameters().getFirst();
      var whose = Which.valueOf(words[1].toUpperCase(Locale.ROOT));
      path = path.replace("{" + name + "}", world.id(name.replaceFirst("_id$", ""), whose, who));
    }
    var ids = new HashSet<String>();
    for (var skip = 0; ; skip += PAGE) {
      var page = path + "?limit=" + PAGE + "&skip=" + skip;
      var got =
          publicGateway.ask(new Request("GET", page, world.people.token(who), null, Map.of()));
      if (got.status() != 200) {
        return got.toString().equals("403 AUTH_004") ? "-" : got.toString();
      }
      if (!collect(got.data(), ids)) {
        break;
      }
    }
    var shown = new StringBuilder();
    for (var which : Which.REAL) {
      shown.append(ids.contains(world.id(words[0], which, who)) ? 'o' : '.');
    }
    return shown.toString();
  }

  private static boolean collect(JsonNode data, Set<String> ids) {
    for (var field : data) {
      if (field.isArray()) {
        field.forEach(item -> ids.add(item.path("id").asString()));
        return !field.isEmpty();
      }
    }
    return false;
  }
}
