package poca.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import poca.access.audit.Audited;
import poca.testkit.world.Routes;

/// Whoever adds a route decides here whether its use is written down.
class AuditedRoutesTest {

  @Test
  void every_route_is_audited_but_these() {
    assertThat(Routes.without(Audited.class, "poca.chat"))
        .containsExactly(
            // other services ask, nobody's account
            "DocumentReaderController.readers",
            // ids only: who reads what they name is audited there
            "EventController.access",
            "EventController.events",
            "PeerController.chat");
  }
}
