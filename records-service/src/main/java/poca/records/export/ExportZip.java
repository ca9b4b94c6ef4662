package poca.records.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;

/// A ZIP as it is written, entry by entry and none of it held. Its last entry, `index.json`, counts
/// what is in the others and has their hashes: one without it was cut off.
final class ExportZip {

  static final String INDEX = "index.json";

  private static final int PIECE = 64 * 1024;

  private final ZipOutputStream zip;
  private final JsonMapper json;
  private final Runnable written;
  private final List<Entry> entries = new ArrayList<>();

  /// @param written called again and again while bytes go out
  ExportZip(OutputStream out, JsonMapper json, Runnable written) {
    this.zip = new ZipOutputStream(out);
    this.json = json;
    this.written = written;
  }

  /// @param items of a list; 1 for a file
  record Entry(String name, long items, String sha256) {}

  /// Takes one item after the other.
  @FunctionalInterface
  interface Items<T> {
    void add(T item) throws IOException;
  }

  /// Adds all items of a list.
  @FunctionalInterface
  interface Source {
    void into(Items<Object> items) throws IOException;
  }

  void list(String name, Source source) throws IOException {
    var body = begin(name);
    body.write('[');
    var count = new long[1];
    source.into(item -> {
      body.write(count[0]++ == 0 ? '\n' : ',');
      body.write(json.writeValueAsBytes(item));
      written.run();
    });
    body.write("\n]".getBytes(StandardCharsets.UTF_8));
    end(name, count[0], body);
  }

  void object(String name, Object value) throws IOException {
    var body = begin(name);
    body.write(json.writeValueAsBytes(value));
    end(name, 1, body);
  }

  void file(String name, InputStream content) throws IOException {
    var body = begin(name);
    var piece = new byte[PIECE];
    for (var n = content.read(piece); n >= 0; n = content.read(piece)) {
      body.write(piece, 0, n);
      written.run();
    }
    end(name, 1, body);
  }

  /// Writes the index: the export is whole.
  ///
  /// @param head what the index says beside its entries
  void finish(Map<String, ?> head) throws IOException {
    var index = new LinkedHashMap<String, Object>(head);
    index.put("entries", entries);
    zip.putNextEntry(new ZipEntry(INDEX));
    zip.write(json.writeValueAsBytes(index));
    zip.closeEntry();
    zip.finish();
    zip.flush();
  }

  private DigestOutputStream begin(String name) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    try {
      return new DigestOutputStream(zip, MessageDigest.getInstance("SHA-256"));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void end(String name, long items, DigestOutputStream body) throws IOException {
    zip.closeEntry();
    var hash = body.getMessageDigest().digest();
    entries.add(new Entry(name, items, HexFormat.of().formatHex(hash)));
    zip.flush();
    written.run();
  }
}
