package poca.ai;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/// Interviews patients for their doctor and drafts the doctor's replies.
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class AiService {

  static void main(String[] args) {
    ClinicalContent.begin();
    SpringApplication.run(AiService.class, args);
  }
}
