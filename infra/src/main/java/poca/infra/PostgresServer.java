package poca.infra;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;

/// A PostgreSQL server of our own on 127.0.0.1 that keeps what it acknowledged.
///
/// The embedded distribution is made for throw-away tests and turns durability off; here `fsync`,
/// `synchronous_commit` and `full_page_writes` are on, every login needs its password, and the data
/// directory stays.
public final class PostgresServer implements AutoCloseable {

  private static final String SUPERUSER = "postgres";
  private static final String COMPLETE = "poca-complete";
  private static final String LOGINS_NEED_PASSWORDS =
      """
      # Written by POCA: no login without its password, also from this machine.
      host all all 127.0.0.1/32 scram-sha-256
      """;

  private final EmbeddedPostgres server;
  private final Path data;
  private final int port;
  private final String superuserPassword;

  private PostgresServer(EmbeddedPostgres server, Path data, int port, String superuserPassword) {
    this.server = server;
    this.data = data;
    this.port = port;
    this.superuserPassword = superuserPassword;
  }

  /// Starts the server and returns when it answers. A server that an earlier, killed process left
  /// behind on the same directory is stopped first.
  ///
  /// @param data the cluster's directory, made when missing
  /// @param binaries where the distribution is unpacked to once
  /// @param log the server's log file
  public static PostgresServer start(
      Path data, int port, String superuserPassword, Path binaries, Path log) throws IOException {
    OrphanedServer.stop(data);
    Files.createDirectories(log.toAbsolutePath().getParent());
    dropHalfMadeCluster(data);
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .setPGStartupWait(Duration.ofSeconds(60))
            .setPort(port)
            .setConnectConfig("password", superuserPassword)
            // The same order and case rules on every machine, whatever its language settings are.
            .setLocaleConfig("locale-provider", "builtin")
            .setLocaleConfig("builtin-locale", "C.UTF-8")
            .setLocaleConfig("locale", "C")
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("unix_socket_directories", "")
            .setServerConfig("max_connections", "150")
            .setServerConfig("shared_buffers", "64MB")
            .setServerConfig("max_wal_size", "256MB")
            .setServerConfig("jit", "off");
    EmbeddedPostgres server = PostgresDistribution.start(builder, binaries);
    PostgresServer started = new PostgresServer(server, data, port, superuserPassword);
    try {
      started.complete();
      return started;
    } catch (SQLException | IOException | RuntimeException e) {
      started.close();
      throw new IOException("PostgreSQL started but could not be secured", e);
    }
  }

  /// A first start that was killed half-way leaves a directory that the server refuses and that
  /// holds nothing yet.
  private static void dropHalfMadeCluster(Path data) throws IOException {
    if (Files.isDirectory(data) && !Files.exists(data.resolve(COMPLETE))) {
      Directories.delete(data);
    }
  }

  private void complete() throws SQLException, IOException {
    if (Files.exists(data.resolve(COMPLETE))) {
      return;
    }
    try (Connection connection = superuser("postgres").getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("alter role postgres password " + literal(connection, superuserPassword));
      Files.writeString(data.resolve("pg_hba.conf"), LOGINS_NEED_PASSWORDS);
      statement.execute("select pg_reload_conf()");
      statement.execute("revoke connect on database postgres, template1 from public");
    }
    Files.createFile(data.resolve(COMPLETE));
  }

  /// Makes the login role `role` and a database `name` that it owns, or brings both in line. The
  /// role reaches this database and no other.
  public void ensureDatabase(String name, String role, String password) throws SQLException {
    try (Connection connection = superuser("postgres").getConnection();
        Statement statement = connection.createStatement()) {
      String verb =
          exists(connection, "select 1 from pg_roles where rolname = ?", role) ? "alter" : "create";
      statement.execute(
          "%s role %s with login nosuperuser nocreatedb nocreaterole noreplication password %s"
              .formatted(verb, identifier(role), literal(connection, password)));
      if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
        statement.execute(
            "create database %s owner %s".formatted(identifier(name), identifier(role)));
      }
      // Owners connect to what they own; PUBLIC would let every role into every database.
      statement.execute("revoke all on database %s from public".formatted(identifier(name)));
    }
  }

  private static boolean exists(Connection connection, String sql, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, name);
      return statement.executeQuery().next();
    }
  }

  private static String identifier(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static String literal(Connection connection, String text) throws SQLException {
    return "'" + connection.unwrap(PGConnection.class).escapeLiteral(text) + "'";
  }

  /// The JDBC address of a database of this server.
  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /// Connections as the superuser, who may look at everything.
  public DataSource superuser(String database) {
    return login(database, SUPERUSER, superuserPassword);
  }

  /// Connections as `user`, each a new one.
  public DataSource login(String database, String user, @Nullable String password) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url(database));
    source.setUser(user);
    source.setPassword(password);
    return source;
  }

  /// Calls `task` when the server's process ends, whatever ended it.
  public void onEnd(Runnable task) throws IOException {
    ProcessHandle postmaster =
        OrphanedServer.holder(data).orElseThrow(() -> new IOException("PostgreSQL is gone"));
    var _ = postmaster.onExit().thenRun(task);
  }

  /// The server's process on `data`, whoever started it.
  public static Optional<ProcessHandle> running(Path data) throws IOException {
    return OrphanedServer.holder(data);
  }

  /// Stops the server that a killed process left behind on `data`, if there is one.
  public static void stopLeftover(Path data) throws IOException {
    OrphanedServer.stop(data);
  }

  public int port() {
    return port;
  }

  /// Stops the server: sessions end, what was committed is on disk.
  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
