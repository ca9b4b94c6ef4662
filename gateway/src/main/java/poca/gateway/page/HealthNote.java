package poca.gateway.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import poca.gateway.upstream.ServiceClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Something that a service goes without, or that somebody should look at, though it is up.
///
/// @param code one of the contract's 4.15
record HealthNote(String service, String code) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final Set<String> CODES =
      Set.of(
          "likeness_off",
          "mail_off",
          "model_unknown",
          "model_ending",
          "dead_letters",
          "foreign_fact");

  /// What a service's readiness says in the `notes` of its parts; other words of it are not passed
  /// on.
  static List<HealthNote> in(String service, ServiceClient.Response readiness) {
    var notes = new ArrayList<HealthNote>();
    try {
      for (var part : JSON.readTree(readiness.body()).path("components")) {
        for (var note : part.path("details").path("notes")) {
          if (CODES.contains(note.asString("")))
            notes.add(new HealthNote(service, note.asString()));
        }
      }
    } catch (JacksonException none) {
      return List.of();
    }
    return notes;
  }
}
