package poca.ai.context;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import poca.ai.context.Contexts.Context;
import poca.ai.source.Source;
import poca.contracts.DocumentId;
import poca.platform.peer.Peers;
import poca.platform.web.Refusal;

/// The texts of the record that may be cited where the caller could read the case history. Asked
/// for as this service, since no public route tells a version; what has been changed since it was
/// read is no source.
@Component
class RecordSources {

  private static final Logger log = LoggerFactory.getLogger(RecordSources.class);

  private final Peers peers;

  RecordSources(Peers peers) {
    this.peers = peers;
  }

  record Document(DocumentId id, @Nullable String text) {}

  record History(long version, @Nullable String summary, List<Document> documents) {}

  /// None if their owner does not answer.
  List<Source> of(Context context) {
    var id = context.history();
    var read = context.patient().caseHistory();
    if (id == null) return List.of();
    try {
      var found =
          peers
              .of("records-service")
              .get("/internal/case-histories/{id}?documents=known", History.class, id);
      if (found.isEmpty() || !Objects.equals(found.get().summary(), read)) return List.of();
      var sources = new ArrayList<Source>();
      sources.add(
          new Source(
              Source.Kind.CASE_HISTORY,
              id.toString(),
              found.get().version(),
              String.valueOf(found.get().summary())));
      for (var document : found.get().documents()) {
        var text = document.text();
        if (text != null)
          sources.add(
              new Source(Source.Kind.DOCUMENT, document.id().toString(), Source.ONLY, text));
      }
      return sources;
    } catch (Refusal away) {
      log.warn("no sources of the record: {}", away.status());
      return List.of();
    }
  }
}
