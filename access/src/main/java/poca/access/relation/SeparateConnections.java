package poca.access.relation;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Two connections for statements that must not join the caller's transaction. They are no part of
/// the service's pool: callers who hold all of its connections would wait for one another.
final class SeparateConnections implements AutoCloseable {

  private final HikariDataSource pool;

  SeparateConnections(DataSource database) {
    pool = DataSourceBuilder.derivedFrom(database).type(HikariDataSource.class).build();
    pool.setPoolName("relations");
    pool.setMaximumPoolSize(2);
    pool.setMinimumIdle(0);
    pool.setConnectionTimeout(2_000);
    pool.setInitializationFailTimeout(-1);
  }

  JdbcClient jdbc() {
    return JdbcClient.create(pool);
  }

  @Override
  public void close() {
    pool.close();
  }
}
