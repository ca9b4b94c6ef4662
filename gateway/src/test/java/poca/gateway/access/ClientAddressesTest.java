package poca.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import poca.gateway.GatewaySettings;

class ClientAddressesTest {

  @Test
  void without_trusted_proxies_the_neighbour_is_the_client_whatever_it_says() {
    assertThat(client("", "10.0.0.1", "1.1.1.1")).isEqualTo("10.0.0.1");
    assertThat(client("10.0.0.2", "10.0.0.1", "1.1.1.1")).isEqualTo("10.0.0.1");
  }

  @Test
  void the_client_is_the_last_address_that_no_trusted_proxy_has() {
    assertThat(client("10.0.0.0/8", "10.0.0.1", "9.9.9.9, 1.1.1.1, 10.0.0.7")).isEqualTo("1.1.1.1");
    assertThat(client("10.0.0.0/8", "10.0.0.1", "10.0.0.9, 10.0.0.7")).isEqualTo("10.0.0.9");
    assertThat(client("10.0.0.0/8", "10.0.0.1")).isEqualTo("10.0.0.1");
    assertThat(client("::1, fd00::/8", "::1", "2001:db8::5, fd00::9"))
        .isEqualTo("2001:db8:0:0:0:0:0:5");
  }

  @Test
  void what_is_no_address_is_not_believed_and_what_is_before_it_neither() {
    assertThat(client("10.0.0.0/8", "10.0.0.1", "1.1.1.1, evil.example")).isEqualTo("10.0.0.1");
    assertThat(client("10.0.0.0/8", "10.0.0.1", "1.1.1.1, unknown, 10.0.0.7"))
        .isEqualTo("10.0.0.7");
  }

  @Test
  void an_ipv6_client_is_counted_by_its_network() {
    assertThat(ClientAddresses.keyOf(InetAddress.ofLiteral("2001:db8:1:2:3::4")))
        .isEqualTo(ClientAddresses.keyOf(InetAddress.ofLiteral("2001:db8:1:2:ffff::9")))
        .isNotEqualTo(ClientAddresses.keyOf(InetAddress.ofLiteral("2001:db8:1:3::4")));
    assertThat(ClientAddresses.keyOf(InetAddress.ofLiteral("::ffff:1.2.3.4"))).isEqualTo("1.2.3.4");
  }

  @Test
  void a_block_that_is_none_stops_the_start() {
    assertThatThrownBy(() -> client("10.0.0.0/33", "10.0.0.1")).hasMessageContaining("10.0.0.0/33");
    assertThatThrownBy(() -> client("proxy.example", "10.0.0.1"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String client(String trusted, String neighbour, String... forwardedFor) {
    var settings =
        new GatewaySettings("1", URI.create("http://localhost:8000"), "", 100, 1, 1, trusted);
    var request =
        MockServerHttpRequest.get("/")
            .remoteAddress(new InetSocketAddress(InetAddress.ofLiteral(neighbour), 1234))
            .header("X-Forwarded-For", forwardedFor)
            .build();
    return ClientAddresses.textOf(new ClientAddresses(settings).of(request));
  }
}
