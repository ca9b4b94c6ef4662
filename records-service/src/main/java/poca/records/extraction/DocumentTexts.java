package poca.records.extraction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import poca.platform.ScratchFolder;
import poca.platform.sql.Sql;
import poca.platform.web.Refusal;
import poca.records.document.Document;
import poca.records.document.DocumentContents;
import poca.records.storage.ContentType;

/// Says what stands at the beginning of a document. Plain text is decoded here; everything else is
/// read once, by a process of its own.
@Component
public class DocumentTexts {

  private static final Logger log = LoggerFactory.getLogger(DocumentTexts.class);

  /// Of a document, in characters (contract 6.4).
  static final int LONGEST = 1000;

  /// Enough bytes for so many characters in any charset.
  private static final int HEAD = 4 * LONGEST + 4;

  private static final Pattern BLANKS = Pattern.compile("[\\p{Zs}\\t]+");
  private static final Pattern LINES = Pattern.compile("\\s*\\R\\s*");
  private static final Pattern UNPRINTABLE =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}&&[^\\n\\t\\r]]");

  private final DocumentContents contents;
  private final ReaderProcess readerProcess;
  private final Tesseract tesseract;
  private final ScratchFolder scratch;
  private final JdbcClient jdbc;
  private final Clock clock;

  DocumentTexts(
      DocumentContents contents,
      ReaderProcess readerProcess,
      Tesseract tesseract,
      ScratchFolder scratch,
      JdbcClient jdbc,
      Clock clock) {
    this.contents = contents;
    this.readerProcess = readerProcess;
    this.tesseract = tesseract;
    this.scratch = scratch;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// Empty for one without readable text. May take half a minute.
  ///
  /// @throws Refusal 503 without the object store
  public Optional<String> of(Document document) {
    var kind = kind(document);
    if (kind == null) return Optional.empty();
    if (kind == Kind.PLAIN) return shown(PlainFile.text(head(document)));
    if (kind == Kind.IMAGE && !tesseract.isThere()) return Optional.empty();
    var known = known(document);
    if (known != null) return known.text();
    var text = shown(read(document, kind).orElse(""));
    keep(document, text.orElse(null));
    return text;
  }

  /// The same of what has been read already, at once.
  public Optional<String> ifRead(Document document) {
    if (kind(document) == Kind.PLAIN) return of(document);
    var known = known(document);
    return known == null ? Optional.empty() : known.text();
  }

  private enum Kind {
    PLAIN,
    PDF,
    DOC,
    DOCX,
    IMAGE
  }

  private static @Nullable Kind kind(Document document) {
    return switch (ContentType.ofMediaType(document.contentType()).orElse(null)) {
      case TXT, CSV -> Kind.PLAIN;
      case PDF -> Kind.PDF;
      case DOC -> Kind.DOC;
      case DOCX -> Kind.DOCX;
      case PNG, JPEG, GIF, WEBP, BMP -> Kind.IMAGE;
      case null, default -> null;
    };
  }

  private Optional<String> read(Document document, Kind kind) {
    try {
      var copy = Files.createTempFile(scratch.path(), "document", null);
      try {
        fetch(document, copy);
        return switch (kind) {
          case PDF -> readerProcess.read("pdf", copy);
          case DOC -> readerProcess.read("doc", copy);
          case DOCX -> readerProcess.read("docx", copy);
          case IMAGE -> tesseract.read(copy);
          case PLAIN -> throw new IllegalArgumentException("is read here");
        };
      } finally {
        Files.deleteIfExists(copy);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void fetch(Document document, Path copy) {
    try (var bytes = contents.read(document, 0, document.size())) {
      Files.copy(bytes, copy, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException cut) {
      throw cutOff(document, cut);
    }
  }

  private byte[] head(Document document) {
    var length = Math.min(document.size(), HEAD);
    try (var bytes = contents.read(document, 0, length)) {
      return bytes.readNBytes((int) length);
    } catch (IOException cut) {
      throw cutOff(document, cut);
    }
  }

  private static Refusal cutOff(Document document, IOException cut) {
    log.warn("document {} was cut off: {}", document.id(), cut.toString());
    return Refusal.unavailable();
  }

  /// @param said null for none
  private record Known(@Nullable String said) {
    Optional<String> text() {
      return Optional.ofNullable(said);
    }
  }

  private @Nullable Known known(Document document) {
    return jdbc.sql("select text from document_text where document_id = :id")
        .param("id", document.id().value())
        .query((row, _) -> new Known(row.getString("text")))
        .optional()
        .orElse(null);
  }

  private void keep(Document document, @Nullable String text) {
    jdbc.sql(
            """
            insert into document_text (document_id, text, read_at)
            select id, :text, :now from document where id = :id on conflict do nothing
            """)
        .param("id", document.id().value())
        .param("text", text)
        .param("now", Sql.time(clock.instant()))
        .update();
  }

  /// As it is handed on: without what nobody sees, and so long.
  static Optional<String> shown(String text) {
    var visible = UNPRINTABLE.matcher(text).replaceAll("");
    var plain = LINES.matcher(BLANKS.matcher(visible).replaceAll(" ")).replaceAll("\n").strip();
    if (plain.isEmpty()) return Optional.empty();
    return Optional.of(
        plain.codePointCount(0, plain.length()) <= LONGEST
            ? plain
            : plain.substring(0, plain.offsetByCodePoints(0, LONGEST)).strip());
  }
}
