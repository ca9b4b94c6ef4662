package poca.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import poca.gateway.route.RequestPath.Plain;
import poca.gateway.route.RequestPath.TrailingSlash;
import poca.gateway.route.RequestPath.Unacceptable;

class RequestPathTest {

  @Test
  void a_path_is_its_segments() {
    assertThat(RequestPath.of("/")).isEqualTo(new Plain(List.of()));
    assertThat(RequestPath.of("/api/v1/users")).isEqualTo(new Plain(List.of("api", "v1", "users")));
    assertThat(RequestPath.of("/a/not%20an%20id%C3%A9"))
        .isEqualTo(new Plain(List.of("a", "not%20an%20id%C3%A9")));
  }

  @Test
  void one_slash_at_the_end_is_noticed() {
    assertThat(RequestPath.of("/api/v1/users/"))
        .isEqualTo(new TrailingSlash("/api/v1/users", List.of("api", "v1", "users")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "users",
        "//",
        "//evil.example",
        "/api//v1",
        "/api/v1/users//",
        "/api/./v1",
        "/api/../v1",
        "/..",
        "/a/..;/b",
        "/a;x=1/b",
        "/a/b;",
        "/a%2Fb",
        "/a%2fb",
        "/a%5Cb",
        "/a\\b",
        "/a%3Bb",
        "/%2e%2e/a",
        "/%2E/a",
        "/a%252Fb",
        "/us%65rs",
        "/a%00",
        "/a%0d%0a",
        "/a%7F",
        "/a%C0%AF",
        "/a%ff",
        "/a%2",
        "/a%",
        "/a%zz",
        "/a b",
        "/a|b",
        "/é",
      })
  void what_two_readers_could_understand_differently_is_refused(String path) {
    assertThat(RequestPath.of(path)).isEqualTo(new Unacceptable());
  }
}
