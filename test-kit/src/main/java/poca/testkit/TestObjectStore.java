package poca.testkit;

import java.net.URI;

/// An S3 server that checks signatures, with one bucket.
///
/// @param endpoint for path-style access
public record TestObjectStore(URI endpoint, String accessKey, String secretKey, String bucket) {

  @Override
  public String toString() {
    return endpoint + "/" + bucket;
  }
}
