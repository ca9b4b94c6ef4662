package poca.system.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import tools.jackson.databind.json.JsonMapper;

/// Somebody who has signed up.
record Account(String id, String email, String password, String token, String refreshToken) {

  /// The id of the session.
  String session() {
    var claims = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), UTF_8);
    return new JsonMapper().readTree(claims).path("sid").asString();
  }
}
