package poca.testkit;

import java.util.Optional;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistrar;

/// The real PostgreSQL, Kafka and S3 server for integration tests; import it into a Spring test or
/// ask its static methods.
///
/// The servers start on first use and serve the whole JVM. Every Spring application context gets a
/// new, empty database; Kafka and the bucket are shared, so a test uses ids of its own.
///
/// The system property `it.infra` says which ones: `embedded` (the default) needs nothing but the
/// JVM, `testcontainers` needs a Docker daemon. A daemon is never probed for: one that is there but
/// cannot pull images would cost minutes per image.
///
/// Another S3 server is tried by `it.s3.endpoint` (http://host:port, path-style),
/// `it.s3.access-key` and `it.s3.secret-key`: MinIO, say. A bucket of its own is made there, and
/// stays.
@TestConfiguration(proxyBeanMethods = false)
@Import({DatabaseOfTheContext.class, BrokerOfTheContext.class, WritersOfTheTests.class})
public class RealParts {

  /// The databases of this JVM.
  public static TestPostgres postgres() {
    return Parts.chosen().postgres();
  }

  /// The broker of this JVM; topics must be made before they are used.
  public static TestKafka kafka() {
    return Parts.chosen().kafka();
  }

  /// The S3 server of this JVM, with its bucket.
  public static TestObjectStore objectStore() {
    return Given.OBJECT_STORE.orElseGet(() -> Parts.chosen().objectStore());
  }

  private static final class Given {
    private static final Optional<TestObjectStore> OBJECT_STORE =
        TestObjectStore.given(System::getProperty);
  }

  // Suppliers, so that a server which no test asks for is never started.
  @Bean
  DynamicPropertyRegistrar addressesOfTheRealParts() {
    return registry -> {
      registry.add("poca.kafka.bootstrap-servers", () -> kafka().bootstrapServers());
      registry.add("poca.s3.endpoint", () -> objectStore().endpoint().toString());
      registry.add("poca.s3.access-key", () -> objectStore().accessKey());
      registry.add("poca.s3.secret-key", () -> objectStore().secretKey());
      registry.add("poca.audit.key", () -> "an audit key for tests, 32+ characters");
      registry.add("poca.s3.bucket", () -> objectStore().bucket());
    };
  }
}
