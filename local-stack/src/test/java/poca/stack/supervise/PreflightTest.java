package poca.stack.supervise;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poca.stack.home.Home;
import poca.stack.home.OperatorError;
import poca.stack.home.Ports;

class PreflightTest {

  @TempDir Path folder;

  @Test
  void a_taken_port_is_named_with_what_to_do() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Ports ports = new Ports(taken.getLocalPort());
      assertThatThrownBy(() -> Preflight.check(new Home(folder), ports))
          .isInstanceOf(OperatorError.class)
          .hasMessageContaining("Port " + taken.getLocalPort() + ", which gateway needs, is taken")
          .hasMessageContaining("--port");
    }
  }
}
