package poca.stack.command;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import poca.stack.home.Home;

/// The commands of `./poca`.
@Command(
    name = "poca",
    description =
        "POCA on this machine: every service with its own database, broker and object store.",
    footer = {
      "",
      "  ./poca test [maven options]   build everything and run all tests",
      "",
      "Data, logs and secrets live in $POCA_HOME (default ~/.local/share/poca)."
    },
    mixinStandardHelpOptions = true,
    subcommands = {
      Up.class,
      Down.class,
      Status.class,
      Logs.class,
      DemoRun.class,
      Audit.class,
      Admin.class,
      Reset.class
    })
public final class Poca implements Runnable {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(spec.commandLine(), "What should be done?");
    }
  }

  static Map<String, String> environment() {
    return System.getenv();
  }

  static Home home() {
    return Home.of(environment());
  }

  /// Where the services were built.
  static Path repository() {
    return Path.of(environment().getOrDefault("POCA_REPOSITORY", ".")).toAbsolutePath().normalize();
  }
}
