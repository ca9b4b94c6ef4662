package poca.auth;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/// The service that knows who may come in.
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class AuthService {

  public static void main(String[] arguments) {
    SpringApplication.run(AuthService.class, arguments);
  }
}
