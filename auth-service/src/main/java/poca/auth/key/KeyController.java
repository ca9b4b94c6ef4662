package poca.auth.key;

import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class KeyController {

  private final SigningKeys keys;

  KeyController(SigningKeys keys) {
    this.keys = keys;
  }

  /// A JSON Web Key Set (RFC 7517), public halves only.
  @GetMapping("/.well-known/jwks.json")
  Map<String, Object> published() {
    return keys.published().toJSONObject(true);
  }
}
