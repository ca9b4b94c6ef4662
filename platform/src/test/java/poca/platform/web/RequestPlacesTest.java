package poca.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

class RequestPlacesTest {

  private final RequestPlaces places = new RequestPlaces(new ErrorWriter(new JsonMapper()), 1);

  @Test
  void one_request_too_many_is_unavailable_at_once_and_a_probe_is_not() throws Exception {
    var first = new MockHttpServletResponse();
    var during = new MockHttpServletResponse();
    var probe = new MockHttpServletResponse();

    places.doFilter(
        get("/api/v1/chats"),
        first,
        (_, _) -> {
          places.doFilter(get("/api/v1/chats"), during, new MockFilterChain());
          places.doFilter(get("/actuator/health/liveness"), probe, new MockFilterChain());
        });

    assertThat(first.getStatus()).isEqualTo(200);
    assertThat(during.getStatus()).isEqualTo(503);
    assertThat(during.getHeader("Retry-After")).isEqualTo("1");
    assertThat(during.getContentAsString()).contains("SRV_002");
    assertThat(probe.getStatus()).isEqualTo(200);

    var after = new MockHttpServletResponse();
    places.doFilter(get("/api/v1/chats"), after, new MockFilterChain());
    assertThat(after.getStatus()).isEqualTo(200);
  }

  private static MockHttpServletRequest get(String path) {
    return new MockHttpServletRequest("GET", path);
  }
}
