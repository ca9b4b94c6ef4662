package poca.access.audit;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import poca.access.audit.AuditStore.Tip;
import poca.platform.web.Refusal;

/// For service tokens only, like everything under `/internal`: the operators' proof, and what one
/// service remembers of another's chain.
@RestController
class AuditController {

  private final AuditProof proof;
  private final AuditStore store;

  AuditController(AuditProof proof, AuditStore store) {
    this.proof = proof;
    this.store = store;
  }

  @GetMapping("/internal/audit/verdict")
  ProofResult verdict() {
    return proof.verify();
  }

  @GetMapping("/internal/audit/witness/{service}")
  Tip remembered(@PathVariable String service) {
    return store.witnessed(service).orElseThrow(() -> Refusal.notFound("Chain"));
  }

  /// The link at a position, for whoever keeps a copy of the chain.
  @GetMapping("/internal/audit/links/{position}")
  Tip link(@PathVariable long position) {
    return store
        .link(position)
        .map(link -> new Tip(position, link))
        .orElseThrow(() -> Refusal.notFound("Position"));
  }
}
