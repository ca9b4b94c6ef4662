package poca.ai.session;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import poca.contracts.AiSessionId;
import poca.contracts.fact.AiSessionStateFact.AiSessionChanged;

/// What other services ask. None of it is routed by the gateway.
@RestController
class PeerController {

  private final SessionStore store;

  PeerController(SessionStore store) {
    this.store = store;
  }

  /// As the facts tell it.
  @GetMapping("/internal/ai-sessions/{session_id}")
  AiSessionChanged session(@PathVariable("session_id") AiSessionId id) {
    return SessionStates.of(store.find(id).orElseThrow(AiSessions::unknown));
  }
}
