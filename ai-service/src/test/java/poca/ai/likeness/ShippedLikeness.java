package poca.ai.likeness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/// The likeness that ships, as the build has made it; loaded once for all tests.
public final class ShippedLikeness {

  private static final Resemblance LOADED = load();

  private ShippedLikeness() {}

  public static Likeness get() {
    return LOADED;
  }

  static Resemblance resemblance() {
    return LOADED;
  }

  static EmergencyClassifier net() {
    var files = new ModelFiles.Shipped();
    try (var built = ShippedLikeness.class.getResourceAsStream(ClassifierBuilder.RESOURCE)) {
      return ClassifierFile.read(
              Objects.requireNonNull(built, "not built"), ClassifierBuilder.checksum(files))
          .orElseThrow(() -> new IllegalStateException("the net is not of these exemplars"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Resemblance load() {
    try {
      return new Resemblance(Encoder.of(new ModelFiles.Shipped()), net());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
