package poca.ai.likeness;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Where a sentence model lies: its network and how it cuts words.
sealed interface ModelFiles {

  InputStream model() throws IOException;

  InputStream tokenizer() throws IOException;

  /// Lets the network be read from a file: through the heap it would need more of it than all the
  /// rest of the service.
  <T> T withModel(Reader<T> reader) throws IOException;

  /// @param <T> what it makes of the file
  interface Reader<T> {
    T read(Path file) throws IOException;
  }

  /// The one that comes with the program: e5-small-v2 with whole numbers of eight bits, MIT.
  record Shipped() implements ModelFiles {

    @Override
    public InputStream model() throws IOException {
      return resource("/e5-small-v2-q.onnx");
    }

    @Override
    public InputStream tokenizer() throws IOException {
      return resource("/e5-small-v2-q-tokenizer.json");
    }

    @Override
    public <T> T withModel(Reader<T> reader) throws IOException {
      var file = Files.createTempFile("poca-likeness", ".onnx");
      try (var in = model()) {
        Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        return reader.read(file);
      } finally {
        Files.deleteIfExists(file);
      }
    }

    private static InputStream resource(String name) throws IOException {
      var in = ModelFiles.class.getResourceAsStream(name);
      if (in == null) throw new FileNotFoundException(name);
      return in;
    }
  }

  /// One that whoever runs the service has put into a folder.
  record Folder(Path path) implements ModelFiles {

    @Override
    public InputStream model() throws IOException {
      return Files.newInputStream(file());
    }

    @Override
    public InputStream tokenizer() throws IOException {
      return Files.newInputStream(path.resolve("tokenizer.json"));
    }

    @Override
    public <T> T withModel(Reader<T> reader) throws IOException {
      return reader.read(file());
    }

    private Path file() {
      return path.resolve("model.onnx");
    }
  }
}
