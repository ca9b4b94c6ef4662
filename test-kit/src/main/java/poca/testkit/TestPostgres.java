package poca.testkit;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/// A PostgreSQL server that gives out empty databases.
public interface TestPostgres {

  /// A new, empty database whose owner is a login role of its own, as in production.
  Database newDatabase();

  /// Where a database is and who owns it.
  record Database(String name, String url, String user, String password) {

    /// Connections as the owner, each a new one.
    public DataSource dataSource() {
      PGSimpleDataSource source = new PGSimpleDataSource();
      source.setUrl(url);
      source.setUser(user);
      source.setPassword(password);
      return source;
    }

    @Override
    public String toString() {
      return url;
    }
  }
}
