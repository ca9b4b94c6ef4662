package poca.directory.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import poca.directory.DirectoryService;
import poca.testkit.RealParts;
import poca.testkit.agreement.Agreement;

/// The whole service on a real database and broker, in one context for all tests.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = DirectoryService.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "poca.service-secret=directory-secret-of-the-tests")
@Import({RealParts.class, Agreement.class, Surroundings.class, Tokens.class})
public @interface RealDirectory {}
