package poca.records.extraction;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import poca.platform.web.Refusal;
import poca.records.document.Document;
import poca.records.storage.ContentType;
import poca.records.storage.ObjectStore;

/// Says what stands at the beginning of a document.
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

  private final ObjectStore objects;

  DocumentTexts(ObjectStore objects) {
    this.objects = objects;
  }

  /// Empty for one without readable text.
  ///
  /// @throws Refusal 503 without the object store
  public Optional<String> of(Document document) {
    var type = ContentType.ofMediaType(document.contentType()).orElse(null);
    return switch (type) {
      case TXT, CSV -> shown(PlainFile.text(head(document)));
      case null, default -> Optional.empty();
    };
  }

  private byte[] head(Document document) {
    var length = Math.min(document.size(), HEAD);
    try (var bytes = objects.get(document.id().toString(), 0, length)) {
      return bytes.readNBytes((int) length);
    } catch (IOException cut) {
      log.warn("document {} was cut off: {}", document.id(), cut.toString());
      throw Refusal.unavailable();
    }
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
