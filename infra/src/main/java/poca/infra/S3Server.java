package poca.infra;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/// An S3 server on 127.0.0.1 whose buckets are directories. Every request must be signed with the
/// one key pair; what is unsigned, tampered with or expired is refused.
public final class S3Server implements AutoCloseable {

  /// The bucket of the documents; it is there from the first start.
  public static final String BUCKET = "poca-documents";

  private static final Set<String> ASKED_OF_THE_UNSIGNED =
      Set.of("getContainerAccess", "getBlobAccess");

  private final S3Proxy server;

  private S3Server(S3Proxy server) {
    this.server = server;
  }

  /// Starts the server and returns when it serves.
  public static S3Server start(Path dir, int port, String accessKey, String secretKey)
      throws IOException {
    Directories.makePrivate(dir);
    Directories.makePrivate(dir.resolve(BUCKET));
    S3Proxy server =
        S3Proxy.builder()
            .blobStore(closed(new FilesystemNio2BlobStore(dir.toString())))
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

  /// A store in which nothing is public, whatever modes its files have. Whoever does not sign gets
  /// the same answer for what is there and for what is not.
  private static BlobStore closed(BlobStore store) {
    return (BlobStore)
        Proxy.newProxyInstance(
            BlobStore.class.getClassLoader(),
            new Class<?>[] {BlobStore.class},
            (_, method, arguments) -> {
              if (ASKED_OF_THE_UNSIGNED.contains(method.getName())) {
                return privateOf(method.getReturnType());
              }
              try {
                return method.invoke(store, arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getTargetException();
              }
            });
  }

  private static Object privateOf(Class<?> access) {
    return Arrays.stream(access.getEnumConstants())
        .filter(constant -> ((Enum<?>) constant).name().equals("PRIVATE"))
        .findFirst()
        .orElseThrow();
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
