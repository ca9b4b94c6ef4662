package poca.auth.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class ClientAddressTest {

  @Test
  void it_is_what_the_gateway_says_else_where_the_request_comes_from() {
    var request = new MockHttpServletRequest();
    request.setRemoteAddr("192.0.2.7");

    assertThat(ClientAddress.of(request)).isEqualTo("192.0.2.7");
    request.addHeader("X-Forwarded-For", "198.51.100.1");
    assertThat(ClientAddress.of(request)).isEqualTo("192.0.2.7");
    request.addHeader("X-Client-Address", "203.0.113.8");
    assertThat(ClientAddress.of(request)).isEqualTo("192.0.2.7");
    request.setAttribute(ClientAddress.PROVEN, "203.0.113.9");
    assertThat(ClientAddress.of(request)).isEqualTo("203.0.113.9");
  }

  @Test
  void of_an_ipv6_address_the_network_counts() {
    assertThat(ClientAddress.normal("2001:db8:1:2:3:4:5:6"))
        .isEqualTo(ClientAddress.normal("2001:db8:1:2::1"))
        .isNotEqualTo(ClientAddress.normal("2001:db8:1:3::1"));
    assertThat(ClientAddress.normal("::ffff:192.0.2.7")).contains("192.0.2.7");
    assertThat(ClientAddress.normal("example.org")).isEmpty();
    assertThat(ClientAddress.normal("")).isEmpty();
  }
}
