package poca.platform.event;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import poca.testkit.RealParts;

/// The one context that all tests with real events share.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = {RealEvents.Application.class, RealParts.class},
    properties = {
      "spring.config.location=classpath:poca-platform.yml",
      "spring.application.name=it",
      "poca.events.tries=4",
      "poca.events.first-pause=500ms",
      "poca.events.longest-pause=1s"
    })
@interface RealEvents {

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import(Things.class)
  class Application {}
}
