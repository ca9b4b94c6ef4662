package poca.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import poca.access.relation.TestOwner;
import poca.access.session.TestAuth;
import poca.testkit.RealParts;

/// The one context that all tests with a real database and broker share.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = {RealAccess.Application.class, RealParts.class},
    properties = {
      "spring.config.location=classpath:poca-platform.yml,classpath:poca-access.yml",
      "spring.application.name=it",
      "poca.relations.enabled=true",
      "poca.audit.witness-of=it"
    })
public @interface RealAccess {

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import({TestOwner.class, TestAuth.class, AllTopics.class})
  class Application {}
}
