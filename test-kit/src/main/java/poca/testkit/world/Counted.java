package poca.testkit.world;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/// A database whose statements and commits are written down, per thread that asks.
@TestConfiguration(proxyBeanMethods = false)
public class Counted {

  private static final List<String> SEEN = new CopyOnWriteArrayList<>();

  @Bean
  HikariDataSource dataSource(JdbcConnectionDetails details) {
    var pool = new Pool();
    pool.setJdbcUrl(details.getJdbcUrl());
    pool.setUsername(details.getUsername());
    pool.setPassword(details.getPassword());
    return pool;
  }

  public static void forget() {
    SEEN.clear();
  }

  /// What was asked since, by threads that serve requests.
  public static List<String> seen() {
    return List.copyOf(SEEN);
  }

  static final class Pool extends HikariDataSource {
    @Override
    public Connection getConnection() throws SQLException {
      var connection = super.getConnection();
      return (Connection)
          Proxy.newProxyInstance(
              getClass().getClassLoader(),
              new Class<?>[] {Connection.class},
              (_, method, arguments) -> {
                if (Thread.currentThread().getName().startsWith("tomcat-handler")) {
                  switch (method.getName()) {
                    case "prepareStatement" -> SEEN.add(String.valueOf(arguments[0]).strip());
                    case "commit", "rollback" -> SEEN.add(method.getName());
                    default -> {}
                  }
                }
                try {
                  return method.invoke(connection, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
    }
  }
}
