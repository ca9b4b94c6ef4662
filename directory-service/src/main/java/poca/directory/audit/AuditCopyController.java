package poca.directory.audit;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// For service tokens only: the operators' proof of the directory's copies.
@RestController
class AuditCopyController {

  private final AuditCopyProof proof;

  AuditCopyController(AuditCopyProof proof) {
    this.proof = proof;
  }

  @GetMapping("/internal/audit/copies")
  List<AuditCopyProof.Copy> copies() {
    return proof.all();
  }
}
