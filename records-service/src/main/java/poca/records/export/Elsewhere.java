package poca.records.export;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import poca.platform.peer.Peers;
import poca.platform.web.Refusal;
import poca.records.export.ExportZip.Items;
import tools.jackson.databind.JsonNode;

/// Asks the other services for what they have of a patient, in the caller's name: their rules
/// decide what is handed out, and their audits say so.
@Component
class Elsewhere {

  private static final int PAGE = 200;

  /// For a page.
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final Peers peers;

  Elsewhere(Peers peers) {
    this.peers = peers;
  }

  /// One object.
  ///
  /// @param path under `/api/v1`
  /// @throws Refusal 503 if the service does not answer, or has no such thing any more
  JsonNode object(String token, String service, String path, Object... ids) {
    return peers
        .of(service, LONGEST)
        .getAs(token, "/api/v1" + path, JsonNode.class, ids)
        .orElseThrow(Refusal::unavailable);
  }

  /// The beginning of a list, read; the rest is read as it is written.
  Listing list(String token, String service, String field, String path, Object... ids) {
    return new Listing(token, service, field, path, ids);
  }

  final class Listing {
    private final String token;
    private final String service;
    private final String field;
    private final String path;
    private final Object[] ids;
    private final JsonNode first;

    private Listing(String token, String service, String field, String path, Object[] ids) {
      this.token = token;
      this.service = service;
      this.field = field;
      this.path = path + (path.contains("?") ? "&" : "?") + "limit=" + PAGE;
      this.ids = ids;
      this.first = page(null);
    }

    private JsonNode page(@Nullable String cursor) {
      if (cursor == null) {
        return object(token, service, path, ids);
      }
      var all = Arrays.copyOf(ids, ids.length + 1);
      all[ids.length] = cursor;
      return object(token, service, path + "&cursor={cursor}", all);
    }

    /// @throws Refusal 503
    void into(Items<? super JsonNode> items) throws IOException {
      var page = first;
      while (true) {
        for (var item : page.path(field)) {
          items.add(item);
        }
        var next = page.path("next_cursor");
        if (!next.isString()) {
          return;
        }
        page = page(next.asString());
      }
    }
  }

  /// The whole of a bare array.
  ///
  /// @throws Refusal 503
  void array(
      String token, String service, String path, Items<? super JsonNode> items, Object... ids)
      throws IOException {
    for (var skip = 0; ; skip += PAGE) {
      var page = object(token, service, path + "?limit=" + PAGE + "&skip=" + skip, ids);
      for (var item : page) {
        items.add(item);
      }
      if (page.size() < PAGE) {
        return;
      }
    }
  }
}
