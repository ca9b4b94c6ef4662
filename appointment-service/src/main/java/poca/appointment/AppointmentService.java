package poca.appointment;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/// Keeps appointments: the one owner of "is this time taken".
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class AppointmentService {

  static void main(String[] args) {
    SpringApplication.run(AppointmentService.class, args);
  }
}
