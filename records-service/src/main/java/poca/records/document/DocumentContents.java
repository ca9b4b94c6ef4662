package poca.records.document;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import poca.contracts.DocumentId;
import poca.contracts.Uuids;
import poca.platform.web.Refusal;
import poca.records.storage.ObjectStore;
import poca.records.storage.WrappingKeys;

/// Keeps the bytes of documents, encrypted, in the object store. What was stored before there were
/// keys lies there by another name and is read as it is: a program that knows nothing of keys finds
/// nothing where it would take encrypted bytes for the file.
@Component
public class DocumentContents {

  private static final String SEALED = "sealed/";

  private final DocumentStore store;
  private final ObjectStore objects;
  private final WrappingKeys keys;

  DocumentContents(DocumentStore store, ObjectStore objects, WrappingKeys keys) {
    this.store = store;
    this.objects = objects;
    this.keys = keys;
  }

  /// The bytes from `first` on. The caller closes the stream; what was changed in the store, or is
  /// missing there, is an [java.io.IOException] when it is reached.
  ///
  /// @param length at least 1
  /// @throws Refusal 404 if the document is gone meanwhile; 503 without the object store or the
  ///   wrapping key
  public InputStream read(Document document, long first, long length) {
    var name = document.id().toString();
    return switch (store.secrecy(document.id())) {
      case DocumentStore.Secrecy.Gone _ -> throw Refusal.notFound("Document");
      case DocumentStore.Secrecy.None _ -> objects.get(name, first, length);
      case DocumentStore.Secrecy.Encrypted(var wrapped) -> {
        var key = keys.open(name, wrapped);
        var stored = key.stored(first, length, document.size());
        yield key.decrypting(
            objects.get(SEALED + name, stored.offset(), stored.length()),
            first,
            length,
            document.size());
      }
    };
  }

  /// @param file encrypted
  /// @throws Refusal 503
  void put(DocumentId id, Path file) {
    objects.put(SEALED + id, file);
  }

  /// Removing what is not there is no error.
  ///
  /// @throws Refusal 503
  void remove(DocumentId id) {
    objects.remove(SEALED + id);
    objects.remove(id.toString());
  }

  /// Hands on the documents whose bytes were stored before `before`, some at a time.
  ///
  /// @throws Refusal 503
  void list(Instant before, Consumer<List<DocumentId>> ids) {
    objects.list(
        before, keys -> ids.accept(keys.stream().flatMap(key -> named(key).stream()).toList()));
  }

  private static Optional<DocumentId> named(String key) {
    try {
      var name = key.startsWith(SEALED) ? key.substring(SEALED.length()) : key;
      return Optional.of(new DocumentId(Uuids.parse(name)));
    } catch (IllegalArgumentException somebodyElses) {
      return Optional.empty();
    }
  }
}
