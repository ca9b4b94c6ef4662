package poca.stack.command;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import poca.stack.audit.AuditCheck;
import poca.stack.audit.CheckResult;
import poca.stack.home.Home;
import poca.stack.home.Ports;
import poca.stack.supervise.RunningStack;
import poca.stack.supervise.Stack;

@Command(
    name = "audit",
    description = {
      "Proves that nobody changed what the services wrote down of who did what: every seal and link of every chain, its end against the service that witnesses it, and the directory's copies. Names the first bad row:",
      "  FORGED     changed, or not written by the service",
      "  MISSING    gone, later ones are there",
      "  CUT        gone with all later ones",
      "  REWRITTEN  made anew up to here",
      "Exit code: 0 everything is as it was written, 1 something is not or could not be asked."
    },
    mixinStandardHelpOptions = true)
final class Audit implements Callable<Integer> {

  @Override
  public Integer call() throws InterruptedException {
    Home home = Poca.home();
    Ports ports = new RunningStack(home).portsNow();
    List<CheckResult> findings =
        AuditCheck.of(Stack.environments(home, ports, Poca.repository(), Poca.environment())).run();
    findings.forEach(System.out::println);
    return findings.stream().allMatch(CheckResult::right) ? 0 : 1;
  }
}
