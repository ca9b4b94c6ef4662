package poca.chat;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/// Keeps the conversations of doctors and patients and delivers them live.
@SpringBootApplication
@EnableScheduling
public class ChatService {

  static void main(String[] args) {
    SpringApplication.run(ChatService.class, args);
  }
}
