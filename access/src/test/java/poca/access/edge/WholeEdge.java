package poca.access.edge;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;

/// What a service shows to the outside, without a broker and a database.
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = EdgeApplication.class,
    properties = {
      "spring.config.location=classpath:poca-platform.yml,classpath:poca-access.yml",
      "spring.application.name=edge",
      "spring.kafka.bootstrap-servers=127.0.0.1:1",
      "management.endpoint.health.validate-group-membership=false",
      "poca.public-routes=GET /open"
    })
@AutoConfigureMockMvc
@interface WholeEdge {}
