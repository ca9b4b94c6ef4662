package poca.ai.likeness;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where a sentence model lies: its network and how it cuts words.
sealed interface ModelFiles {

  byte[] model() throws IOException;

  InputStream tokenizer() throws IOException;

  /// The one that comes with the program: e5-small-v2 with whole numbers of eight bits, MIT.
  record Shipped() implements ModelFiles {

    @Override
    public byte[] model() throws IOException {
      try (var in = resource("/e5-small-v2-q.onnx")) {
        return in.readAllBytes();
      }
    }

    @Override
    public InputStream tokenizer() throws IOException {
      return resource("/e5-small-v2-q-tokenizer.json");
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
    public byte[] model() throws IOException {
      return Files.readAllBytes(path.resolve("model.onnx"));
    }

    @Override
    public InputStream tokenizer() throws IOException {
      return Files.newInputStream(path.resolve("tokenizer.json"));
    }
  }
}
