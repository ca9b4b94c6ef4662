package poca.platform.event;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// The operators' command, for service tokens only like everything under `/internal`.
@RestController
class DeadLetterController {

  private final ParkedFacts parked;

  DeadLetterController(ParkedFacts parked) {
    this.parked = parked;
  }

  record Replayed(int replayed) {}

  @PostMapping("/internal/dead-letters/{group}/replay")
  Replayed replay(@PathVariable String group) {
    return new Replayed(parked.replay(group));
  }
}
