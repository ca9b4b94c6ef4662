package poca.chattest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import poca.chat.ChatService;
import poca.testkit.RealParts;
import poca.testkit.agreement.Agreement;

/// The service over real PostgreSQL and Kafka; the other services are stood in for.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = ChatService.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({RealParts.class, Agreement.class, Surroundings.class, World.class})
public @interface RealChat {}
