package poca.infra;

import java.nio.file.Path;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The process that holds PostgreSQL and the S3 server, configured by its environment. It ends in
/// order on SIGTERM, and with an error when PostgreSQL goes away under it, so that whoever watches
/// it starts both again.
public final class Infrastructure {

  public static final String POSTGRES_DATA = "POCA_POSTGRES_DATA";
  public static final String POSTGRES_PORT = "POCA_POSTGRES_PORT";
  public static final String POSTGRES_PASSWORD = "POCA_POSTGRES_PASSWORD";
  public static final String POSTGRES_BINARIES = "POCA_POSTGRES_BINARIES";
  public static final String POSTGRES_LOG = "POCA_POSTGRES_LOG";

  /// `name=password,...`; the login role is named like the database.
  public static final String DATABASES = "POCA_DATABASES";

  public static final String S3_DATA = "POCA_S3_DATA";
  public static final String S3_PORT = "POCA_S3_PORT";
  public static final String S3_ACCESS_KEY = "POCA_S3_ACCESS_KEY";
  public static final String S3_SECRET_KEY = "POCA_S3_SECRET_KEY";

  private static final Logger log = LoggerFactory.getLogger(Infrastructure.class);

  private Infrastructure() {}

  public static void main(String[] args) {
    ServerProcess.run(process -> {
      PostgresServer postgres =
          process.keep(
              PostgresServer.start(
                  Path.of(ServerProcess.setting(POSTGRES_DATA)),
                  ServerProcess.port(POSTGRES_PORT),
                  ServerProcess.setting(POSTGRES_PASSWORD),
                  Path.of(ServerProcess.setting(POSTGRES_BINARIES)),
                  Path.of(ServerProcess.setting(POSTGRES_LOG))));
      createDatabases(postgres, ServerProcess.setting(DATABASES));
      process.keep(
          S3Server.start(
              Path.of(ServerProcess.setting(S3_DATA)),
              ServerProcess.port(S3_PORT),
              ServerProcess.setting(S3_ACCESS_KEY),
              ServerProcess.setting(S3_SECRET_KEY)));
      postgres.onEnd(
          () -> process.fail("PostgreSQL ended; ending too, to be started again with it"));
      log.info("PostgreSQL on {}, S3 on {}", postgres.port(), ServerProcess.port(S3_PORT));
    });
  }

  private static void createDatabases(PostgresServer postgres, String databases)
      throws SQLException {
    for (String entry : databases.split(",", -1)) {
      int equals = entry.indexOf('=');
      String name = entry.substring(0, equals);
      postgres.ensureDatabase(name, name, entry.substring(equals + 1));
    }
  }
}
