package poca.ai.likeness;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import poca.ai.content.Content;

/// Makes the net when the program is built: two thousand vectors take longer than anybody would
/// wait for a start.
final class ClassifierBuilder {

  /// Where the build leaves it.
  static final String RESOURCE = "/poca/ai/likeness/net.bin";

  private ClassifierBuilder() {}

  /// @param arguments the folder of the compiled classes
  public static void main(String[] arguments) throws IOException {
    var file = Path.of(arguments[0] + RESOURCE);
    var files = new ModelFiles.Shipped();
    var checksum = checksum(files);
    if (Files.exists(file) && ClassifierFile.read(Files.newInputStream(file), checksum).isPresent())
      return;
    try (var encoder = Encoder.of(files)) {
      var emergencyClassifier = make(encoder).net();
      Files.createDirectories(file.resolveSibling(""));
      ClassifierFile.write(emergencyClassifier, checksum, Files.newOutputStream(file));
    }
  }

  static Training make(Encoder encoder) {
    var exemplars = Exemplar.all();
    List<float[]> encoded =
        IntStream.range(0, exemplars.size())
            .parallel()
            .mapToObj(at -> encoder.encode(exemplars.get(at).text()))
            .toList();
    return new Training(exemplars, encoded);
  }

  /// Changes with the model, with any exemplar and with the way in which a net is made of them.
  static String checksum(ModelFiles files) throws IOException {
    try (var model = files.model();
        var tokenizer = files.tokenizer()) {
      var sum = MessageDigest.getInstance("SHA-256");
      sum.update(Training.VERSION.getBytes(StandardCharsets.UTF_8));
      sum.update(Content.bytes(Exemplar.FILE));
      update(sum, model);
      update(sum, tokenizer);
      return HexFormat.of().formatHex(sum.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void update(MessageDigest sum, InputStream in) throws IOException {
    var buffer = new byte[1 << 16];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) sum.update(buffer, 0, read);
  }
}
