package poca.records;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/// Keeps patients' case histories, reports and documents.
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class RecordsService {

  static void main(String[] args) {
    SpringApplication.run(RecordsService.class, args);
  }
}
