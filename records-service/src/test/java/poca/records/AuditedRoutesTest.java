package poca.records;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import poca.access.audit.Audited;
import poca.testkit.world.Routes;

/// Whoever adds a route decides here whether its use is written down.
class AuditedRoutesTest {

  @Test
  void every_route_is_audited_but_these() {
    assertThat(Routes.without(Audited.class, "poca.records"))
        .containsExactly(
            // chat-service asks; what an account sent through it is written down by its name
            "PeerController.confirm",
            "PeerController.receive",
            // the directory asks; setting a photo is an update of the profile, and written down
            // there
            "PhotoController.prepare",
            // ai-service makes a text that whoever reads the case history reads
            "SummarisingController.keep",
            "SummarisingController.source");
  }
}
