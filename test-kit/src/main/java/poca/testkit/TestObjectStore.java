package poca.testkit;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// An S3 server that checks signatures, with one bucket.
///
/// @param endpoint for path-style access
public record TestObjectStore(URI endpoint, String accessKey, String secretKey, String bucket) {

  /// The one that properties name, with a new bucket's name; empty if they name none.
  static Optional<TestObjectStore> given(UnaryOperator<@Nullable String> properties) {
    var endpoint = properties.apply("it.s3.endpoint");
    if (endpoint == null) {
      return Optional.empty();
    }
    return Optional.of(
        new TestObjectStore(
            URI.create(endpoint),
            named(properties, "it.s3.access-key"),
            named(properties, "it.s3.secret-key"),
            "poca-it-" + UUID.randomUUID()));
  }

  private static String named(UnaryOperator<@Nullable String> properties, String name) {
    var value = properties.apply(name);
    if (value == null) {
      throw new IllegalArgumentException("it.s3.endpoint needs " + name);
    }
    return value;
  }

  @Override
  public String toString() {
    return endpoint + "/" + bucket;
  }
}
