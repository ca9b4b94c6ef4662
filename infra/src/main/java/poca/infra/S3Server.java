package poca.infra;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/// An S3 server on 127.0.0.1 whose buckets are directories. Every request must be signed with the
/// one key pair; what is unsigned, tampered with or expired is refused.
public final class S3Server implements AutoCloseable {

  /// The bucket of the documents; it is there from the first start.
  public static final String BUCKET = "poca-documents";

  private final S3Proxy server;

  private S3Server(S3Proxy server) {
    this.server = server;
  }

  /// Starts the server and returns when it serves.
  public static S3Server start(Path dir, int port, String accessKey, String secretKey)
      throws IOException {
    Files.createDirectories(dir.resolve(BUCKET));
    S3Proxy server =
        S3Proxy.builder()
            .blobStore(new FilesystemNio2BlobStore(dir.toString()))
            .endpoint(URI.create("http://127.0.0.1:" + port))
            .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, accessKey, secretKey)
            .jettyMaxThreads(32)
            .stopTimeout(2_000)
            .build();
    try {
      server.start();
    } catch (Exception e) {
      throw new IOException("the S3 server did not start on port " + port, e);
    }
    return new S3Server(server);
  }

  /// The address for S3 clients; path-style access, any region.
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getPort());
  }

  @Override
  public void close() throws IOException {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IOException("the S3 server did not stop in order", e);
    }
  }
}
