package poca.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig(RealParts.class)
class RealPartsIT {

  @Test
  void a_context_gets_a_database_of_its_own_and_the_addresses_of_the_rest(
      @Autowired TestPostgres.Database database,
      @Autowired JdbcConnectionDetails jdbc,
      @Autowired KafkaConnectionDetails kafka,
      @Autowired Environment environment)
      throws Exception {
    assertThat(jdbc.getJdbcUrl()).isEqualTo(database.url());
    assertThat(user(database.dataSource())).isEqualTo(database.user());
    assertThat(kafka.getBootstrapServers())
        .containsExactly(RealParts.kafka().bootstrapServers())
        .containsExactly(environment.getProperty("poca.kafka.bootstrap-servers"));
    assertThat(environment.getProperty("poca.s3.endpoint"))
        .isEqualTo(RealParts.objectStore().endpoint().toString());
    assertThat(environment.getProperty("poca.s3.bucket"))
        .isEqualTo(RealParts.objectStore().bucket());

    try (var other = new AnnotationConfigApplicationContext(RealParts.class)) {
      assertThat(other.getBean(JdbcConnectionDetails.class).getJdbcUrl())
          .isNotEqualTo(jdbc.getJdbcUrl());
    }
  }

  @Test
  void the_broker_can_be_taken_away_and_comes_back_with_what_it_held() throws Exception {
    TestKafka kafka = RealParts.kafka();
    Map<String, Object> patient =
        Map.of(
            "bootstrap.servers", kafka.bootstrapServers(),
            "request.timeout.ms", 1000,
            "default.api.timeout.ms", 1500);
    try (Admin admin = Admin.create(patient)) {
      admin
          .createTopics(List.of(new NewTopic("parts.kept.v1", 1, (short) 1)))
          .all()
          .get(20, TimeUnit.SECONDS);
      kafka.stop();
      assertThatThrownBy(() -> admin.listTopics().names().get())
          .isInstanceOf(ExecutionException.class);
    }
    kafka.restart();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      assertThat(admin.listTopics().names().get(20, TimeUnit.SECONDS)).contains("parts.kept.v1");
    }
  }

  private static String user(DataSource source) throws Exception {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select current_user")) {
      rows.next();
      return rows.getString(1);
    }
  }
}
