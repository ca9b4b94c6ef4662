package poca.stack.command;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import poca.stack.audit.InternalRoutes;
import poca.stack.home.Environments;
import poca.stack.home.Home;
import poca.stack.home.LocalService;
import poca.stack.home.OperatorError;
import poca.stack.home.Ports;
import poca.stack.supervise.RunningStack;
import poca.stack.supervise.Stack;
import tools.jackson.databind.JsonNode;

/// What the operator does where no admin is left who could.
@Command(
    name = "admin",
    description = "What the operator does when no admin can log in.",
    mixinStandardHelpOptions = true,
    subcommands = Admin.ResetPassword.class)
final class Admin implements Runnable {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(spec.commandLine(), "What should be done?");
    }
  }

  @Command(
      name = "reset-password",
      description =
          "Prints a link that sets a new password for an account, once and within 24 hours. A second factor stays.",
      mixinStandardHelpOptions = true)
  static final class ResetPassword implements Callable<Integer> {

    @Parameters(paramLabel = "EMAIL", description = "The account's email.")
    private String email = "";

    @Override
    public Integer call() throws InterruptedException {
      Home home = Poca.home();
      Ports ports = new RunningStack(home).portsNow();
      Environments environments =
          Stack.environments(home, ports, Poca.repository(), Poca.environment());
      URI auth = URI.create("http://127.0.0.1:" + ports.of(LocalService.AUTH_SERVICE));
      String secret =
          environments.of(LocalService.AUTH_SERVICE).getOrDefault("POCA_SERVICE_SECRET", "");
      InternalRoutes routes = new InternalRoutes(auth, LocalService.AUTH_SERVICE.id(), secret);
      try {
        JsonNode made =
            routes.post(auth, "/internal/accounts/password-link", Map.of("email", email));
        System.out.printf(
            "%n  %s%n%nGood once, until %s. It sets a new password for %s.%n",
            made.path("link").asString(), made.path("expires_at").asString(), email);
        return 0;
      } catch (IOException e) {
        throw new OperatorError("No link was made for " + email + ": " + e.getMessage(), e);
      }
    }
  }
}
