package poca.recordstest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import poca.records.RecordsService;
import poca.testkit.RealParts;
import poca.testkit.agreement.Agreement;

/// The service over real PostgreSQL, Kafka and S3; the other services are stood in for.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = RecordsService.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({
  RealParts.class,
  Agreement.class,
  Surroundings.class,
  Wire.class,
  Facts.class,
  Bucket.class,
  World.class
})
public @interface RealRecords {}
