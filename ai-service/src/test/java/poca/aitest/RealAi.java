package poca.aitest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import poca.ai.AiService;
import poca.testkit.RealParts;
import poca.testkit.agreement.Agreement;

/// The service over real PostgreSQL and Kafka; the other services are stood in for.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = AiService.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({RealParts.class, Agreement.class, Surroundings.class, FragileEngine.class, World.class})
public @interface RealAi {}
