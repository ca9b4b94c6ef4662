package poca.ai.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import poca.ai.source.Source.Kind;
import poca.contracts.AiSessionId;
import poca.platform.IdSource;
import tools.jackson.databind.json.JsonMapper;

/// Keeps what statements cite, each text once in a session.
@Repository
public class Citations {

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final IdSource ids;

  Citations(JdbcClient jdbc, JsonMapper json, IdSource ids) {
    this.jdbc = jdbc;
    this.json = json;
    this.ids = ids;
  }

  /// A place in a kept text.
  public record Citation(
      UUID id, Kind kind, UUID resource, long version, int start, int end, String quote) {}

  /// In the caller's transaction.
  ///
  /// @return the statements as they are to be stored with what makes them
  public List<KeptStatement> keep(AiSessionId session, List<Statement> statements) {
    var texts = new HashMap<Source, UUID>();
    var places = new HashMap<Cited, UUID>();
    return statements.stream()
        .map(statement ->
            new KeptStatement(
                statement.text(),
                statement.supported(),
                statement.fromProfile(),
                statement.cited().stream()
                    .map(cited -> places.computeIfAbsent(cited, c -> insert(session, c, texts)))
                    .toList()))
        .toList();
  }

  private UUID insert(AiSessionId session, Cited cited, Map<Source, UUID> texts) {
    var text = texts.computeIfAbsent(cited.source(), source -> text(session, source));
    var id = ids.next();
    jdbc.sql("insert into citation (id, text_id, starts, ends) values (:id, :text, :from, :to)")
        .param("id", id)
        .param("text", text)
        .param("from", cited.start())
        .param("to", cited.end())
        .update();
    return id;
  }

  private UUID text(AiSessionId session, Source source) {
    return jdbc.sql(
            """
            insert into cited_text (id, session_id, kind, resource_id, version, sha256, text)
            values (:id, :session, :kind, cast(:resource as uuid), :version, :sha256, :text)
            on conflict on constraint cited_text_once do update set version = excluded.version
            returning id
            """)
        .param("id", ids.next())
        .param("session", session.value())
        .param("kind", source.kind().name().toLowerCase(Locale.ROOT))
        .param("resource", source.id())
        .param("version", source.version())
        .param("sha256", hash(source.text()))
        .param("text", source.text())
        .query(UUID.class)
        .single();
  }

  private static byte[] hash(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Who may see it is for the caller to ask.
  public Optional<Citation> find(AiSessionId session, UUID id) {
    return jdbc.sql(
            """
            select c.id, t.kind, t.resource_id, t.version, c.starts, c.ends, t.text, t.sha256
            from citation c join cited_text t on t.id = c.text_id
            where c.id = :id and t.session_id = :session
            """)
        .param("id", id)
        .param("session", session.value())
        .query(Citations::citation)
        .optional();
  }

  private static Citation citation(ResultSet row, int number) throws SQLException {
    var text = row.getString("text");
    if (!MessageDigest.isEqual(hash(text), row.getBytes("sha256"))) {
      throw new IllegalStateException("a kept text is not what was kept");
    }
    int start = row.getInt("starts");
    int end = row.getInt("ends");
    return new Citation(
        row.getObject("id", UUID.class),
        Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getObject("resource_id", UUID.class),
        row.getLong("version"),
        start,
        end,
        text.substring(start, end));
  }

  public String write(List<KeptStatement> statements) {
    return json.writeValueAsString(statements);
  }

  /// What was never judged has none.
  public List<KeptStatement> read(@Nullable String kept) {
    return kept == null ? List.of() : List.of(json.readValue(kept, KeptStatement[].class));
  }
}
