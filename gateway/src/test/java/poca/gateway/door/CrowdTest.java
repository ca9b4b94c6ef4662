package poca.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import poca.gateway.route.Service;
import poca.platform.web.Refusal;
import reactor.core.publisher.Mono;

class CrowdTest {

  @Test
  void a_service_that_hangs_gets_no_more_requests_than_have_a_place_and_others_go_on() {
    var crowd = new Crowd();
    var hanging =
        IntStream.range(0, 1024)
            .mapToObj(_ -> crowd.one(Service.CHAT, Mono.never()).subscribe())
            .toList();

    assertThatThrownBy(() -> crowd.one(Service.CHAT, Mono.empty()).block())
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(503));
    assertThatCode(() -> crowd.one(Service.AUTH, Mono.empty()).block()).doesNotThrowAnyException();

    hanging.getFirst().dispose();
    assertThatCode(() -> crowd.one(Service.CHAT, Mono.empty()).block()).doesNotThrowAnyException();
  }
}
