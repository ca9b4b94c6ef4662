package poca.testkit;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DatabaseOfTheContext {

  @Bean
  TestPostgres.Database databaseOfTheContext() {
    return RealParts.postgres().newDatabase();
  }

  @Bean
  JdbcConnectionDetails jdbcConnectionDetailsOfTheContext(TestPostgres.Database database) {
    return new JdbcConnectionDetails() {
      @Override
      public String getJdbcUrl() {
        return database.url();
      }

      @Override
      public String getUsername() {
        return database.user();
      }

      @Override
      public String getPassword() {
        return database.password();
      }
    };
  }
}
