package poca.recordstest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import poca.platform.ScratchFolder;
import poca.records.storage.ObjectStore;

/// The objects of documents as they lie in the store.
@TestComponent
public class Bucket {

  private static final String FOLDER = "sealed/";

  private final ObjectStore objects;
  private final ScratchFolder scratch;

  Bucket(ObjectStore objects, ScratchFolder scratch) {
    this.objects = objects;
    this.scratch = scratch;
  }

  /// The documents that have an object.
  public List<String> ids() {
    var keys = new ArrayList<String>();
    objects.list(Instant.now().plusSeconds(60), keys::addAll);
    return keys.stream().map(key -> key.replace(FOLDER, "")).toList();
  }

  public void remove(UUID document) {
    objects.remove(FOLDER + document);
  }

  /// What lies there.
  ///
  /// @param length so much of it, or less if there is less
  public byte[] raw(UUID document, int length) {
    try (var bytes = objects.get(FOLDER + document, 0, length)) {
      return bytes.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void overwrite(UUID document, byte[] bytes) {
    put(FOLDER + document, bytes);
  }

  /// As it was stored before there were keys.
  public void putPlain(UUID document, byte[] bytes) {
    put(document.toString(), bytes);
  }

  private void put(String key, byte[] bytes) {
    try {
      var file = Files.createTempFile(scratch.path(), "object", null);
      objects.put(key, Files.write(file, bytes));
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
