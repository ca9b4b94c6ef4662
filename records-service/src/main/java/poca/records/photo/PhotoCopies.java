package poca.records.photo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import poca.platform.ScratchFolder;
import poca.platform.web.Refusal;
import poca.records.document.Document;
import poca.records.document.DocumentContents;
import poca.records.extraction.ReaderProcess;
import poca.records.photo.maker.PhotoMaker;
import poca.records.storage.ContentType;

/// Has pictures made anew: a telephone's picture carries the place where it was taken, and a file
/// may be more than the picture that it shows.
@Component
class PhotoCopies {

  private static final Logger log = LoggerFactory.getLogger(PhotoCopies.class);

  private final DocumentContents contents;
  private final ReaderProcess readerProcess;
  private final ScratchFolder scratch;

  PhotoCopies(DocumentContents contents, ReaderProcess readerProcess, ScratchFolder scratch) {
    this.contents = contents;
    this.readerProcess = readerProcess;
    this.scratch = scratch;
  }

  /// Empty for what is no picture of a kind that browsers show, or cannot be read. May take half a
  /// minute.
  ///
  /// @throws Refusal 503 without the object store
  Optional<Photo> of(Document document) {
    var kind = kind(document);
    if (kind == null) {
      return Optional.empty();
    }
    try {
      var original = Files.createTempFile(scratch.path(), "picture", null);
      var made = Files.createTempFile(scratch.path(), "photo", null);
      try {
        try (var bytes = contents.read(document, 0, document.size())) {
          Files.copy(bytes, original, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException cut) {
          log.warn("document {} was cut off: {}", document.id(), cut.toString());
          throw Refusal.unavailable();
        }
        var type = readerProcess.read(PhotoMaker.class, kind, original.toString(), made.toString());
        if (type.isEmpty()) {
          return Optional.empty();
        }
        var content = Files.readAllBytes(made);
        return Optional.of(new Photo("image/" + type.get(), content, sha256(content)));
      } finally {
        Files.delete(original);
        Files.delete(made);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable String kind(Document document) {
    return switch (ContentType.ofMediaType(document.contentType()).orElse(null)) {
      case JPEG -> "jpeg";
      case PNG -> "png";
      case GIF -> "gif";
      case BMP -> "bmp";
      case WEBP -> "webp";
      case null, default -> null;
    };
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
