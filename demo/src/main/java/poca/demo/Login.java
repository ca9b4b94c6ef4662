package poca.demo;

import tools.jackson.databind.JsonNode;

/// An account that is logged in.
public record Login(String email, String userId, String role, String accessToken) {

  static Login of(String email, JsonNode token) {
    return new Login(
        email,
        token.path("user_id").asString(),
        token.path("role").asString(),
        token.path("access_token").asString());
  }

  @Override
  public String toString() {
    return role + " " + email;
  }
}
