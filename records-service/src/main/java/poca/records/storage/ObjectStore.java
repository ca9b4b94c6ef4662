package poca.records.storage;

import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.RemoveObjectArgs;
import io.minio.UploadObjectArgs;
import io.minio.errors.MinioException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import poca.platform.web.Refusal;

/// The bytes of documents, in one bucket of an S3 server. Whatever goes wrong there is a 503.
@Component
public class ObjectStore implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(ObjectStore.class);

  private static final long SMALLEST_PART = 5 * 1024 * 1024; // that S3 takes
  private static final int AT_ONCE = 64;
  private static final int LISTED_AT_ONCE = 500;

  private final MinioClient s3;
  private final String bucket;
  private volatile boolean bucketIsThere;

  ObjectStore(
      @Value("${poca.s3.endpoint}") String endpoint,
      @Value("${poca.s3.access-key}") String accessKey,
      @Value("${poca.s3.secret-key}") String secretKey,
      @Value("${poca.s3.bucket}") String bucket) {
    if (accessKey.isBlank() || secretKey.isBlank()) {
      throw new IllegalStateException("POCA_S3_ACCESS_KEY and POCA_S3_SECRET_KEY must be set");
    }
    // five at a time otherwise, and five minutes of patience
    var dispatcher = new Dispatcher();
    dispatcher.setMaxRequests(AT_ONCE);
    dispatcher.setMaxRequestsPerHost(AT_ONCE);
    var http =
        new OkHttpClient.Builder()
            .dispatcher(dispatcher)
            .connectTimeout(Duration.ofSeconds(2))
            .readTimeout(Duration.ofSeconds(20))
            .writeTimeout(Duration.ofSeconds(20))
            .build();
    this.s3 =
        MinioClient.builder()
            .endpoint(endpoint)
            .region("us-east-1")
            .credentials(accessKey, secretKey)
            .httpClient(http, true)
            .build();
    this.bucket = bucket;
  }

  /// Stores a file by one request, so that a crash leaves all of it or nothing: the parts of a
  /// larger upload would stay behind, and not every store can list them. It is read from disk and
  /// never held in memory.
  public void put(String key, Path file) {
    talk(() -> {
      ensureBucket();
      return s3.uploadObject(
          UploadObjectArgs.builder()
              .bucket(bucket)
              .object(key)
              .contentType("application/octet-stream")
              .filename(file.toString(), Math.max(SMALLEST_PART, file.toFile().length()))
              .build());
    });
  }

  /// The bytes from `offset` on. The caller closes the stream.
  public InputStream get(String key, long offset, long length) {
    return talk(() ->
        s3.getObject(
            GetObjectArgs.builder()
                .bucket(bucket)
                .object(key)
                .offset(offset)
                .length(length)
                .build()));
  }

  /// Removing what is not there is no error.
  public void remove(String key) {
    talk(() -> {
      ensureBucket();
      s3.removeObject(RemoveObjectArgs.builder().bucket(bucket).object(key).build());
      return true;
    });
  }

  /// Hands on the keys of everything stored before `before`, some at a time.
  public void list(Instant before, Consumer<List<String>> keys) {
    talk(() -> {
      ensureBucket();
      List<String> some = new ArrayList<>();
      for (var result :
          s3.listObjects(ListObjectsArgs.builder().bucket(bucket).recursive(true).build())) {
        var item = result.get();
        if (item.lastModified().toInstant().isBefore(before)) {
          some.add(item.objectName());
        }
        if (some.size() == LISTED_AT_ONCE) {
          keys.accept(List.copyOf(some));
          some.clear();
        }
      }
      if (!some.isEmpty()) {
        keys.accept(some);
      }
      return true;
    });
  }

  /// Not at start: the store may come up later than we do.
  private void ensureBucket() throws MinioException {
    if (!bucketIsThere) {
      if (!s3.bucketExists(BucketExistsArgs.builder().bucket(bucket).build())) {
        s3.makeBucket(MakeBucketArgs.builder().bucket(bucket).build());
      }
      bucketIsThere = true;
    }
  }

  @FunctionalInterface
  private interface Talk<T> {
    T talk() throws MinioException;
  }

  private static <T> T talk(Talk<T> talk) {
    try {
      return talk.talk();
    } catch (MinioException | IllegalStateException | CompletionException e) {
      // a refused connection is an IllegalStateException to this client
      log.warn("object store: {}", e.toString());
      throw Refusal.unavailable();
    }
  }

  @Override
  public void destroy() throws Exception {
    s3.close();
  }
}
