package poca.access.relation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import poca.testkit.RealParts;
import poca.testkit.TestPostgres;

class ParkedRelationsIT {

  @Test
  void what_was_parked_of_the_topic_that_nobody_reads_any_more_does_not_wait_for_ever() {
    var database = RealParts.postgres().newDatabase();
    var jdbc = JdbcClient.create(database.dataSource());
    migrate(database, "0.3");
    for (var topic : new String[] {"directory.mappings.v1", "auth.accounts.v1"}) {
      jdbc.sql(
              """
              insert into parked_fact
                (consumer, topic, key, event_id, headers, body, tries, next_try_at, dead_at)
              values ('chat-service.relations', ?, 'k', ?, '{}', '', 9, now(), now())
              """)
          .params(topic, UUID.randomUUID())
          .update();
    }

    migrate(database, "0.4");

    assertThat(jdbc.sql("select topic from parked_fact").query(String.class).list())
        .containsExactly("auth.accounts.v1");
  }

  private static void migrate(TestPostgres.Database database, String version) {
    Flyway.configure()
        .dataSource(database.dataSource())
        .locations("classpath:db/platform", "classpath:db/access")
        .target(MigrationVersion.fromVersion(version))
        .load()
        .migrate();
  }
}
