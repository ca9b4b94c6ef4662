package poca.appointment;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Keeps appointments: the one owner of "is this time taken".
@SpringBootApplication
public class AppointmentService {

  static void main(String[] args) {
    SpringApplication.run(AppointmentService.class, args);
  }
}
