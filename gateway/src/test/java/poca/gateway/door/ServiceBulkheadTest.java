package poca.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import poca.gateway.GatewaySettings;
import poca.gateway.route.Service;
import poca.platform.web.Refusal;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

class ServiceBulkheadTest {

  private final ServiceBulkhead serviceBulkhead = crowd(100);

  @Test
  void a_service_that_hangs_gets_no_more_requests_than_have_a_place_and_others_go_on() {
    var hanging = IntStream.range(0, 4).mapToObj(i -> hanging("caller " + i)).toList();

    refused(503, Service.CHAT, "somebody new");
    served(Service.AUTH, "somebody new");

    hanging.getFirst().getFirst().dispose();
    served(Service.CHAT, "somebody new");
  }

  @Test
  void nobody_takes_more_than_a_quarter_of_the_places() {
    var hanging = hanging("a slow one");

    refused(429, Service.CHAT, "a slow one");
    served(Service.CHAT, "somebody else");
    served(Service.AUTH, "a slow one");

    hanging.getFirst().dispose();
    served(Service.CHAT, "a slow one");
    served(Service.CHAT, "a slow one");
  }

  @Test
  void where_nobodys_rate_is_limited_one_may_take_them_all() {
    var free = crowd(0);

    hanging(free, "the only one");
    hanging(free, "the only one");

    assertThatCode(() -> free.one(Service.CHAT, "the only one", Mono.empty()).block())
        .doesNotThrowAnyException();
  }

  private static ServiceBulkhead crowd(int perSecond) {
    return new ServiceBulkhead(
        new GatewaySettings("1", URI.create("http://localhost:8000"), "", perSecond, 1, 1, ""));
  }

  private List<Disposable> hanging(String who) {
    return hanging(serviceBulkhead, who);
  }

  private static List<Disposable> hanging(ServiceBulkhead serviceBulkhead, String who) {
    return IntStream.range(0, 256)
        .mapToObj(_ -> serviceBulkhead.one(Service.CHAT, who, Mono.never()).subscribe())
        .toList();
  }

  private void served(Service service, String who) {
    assertThatCode(() -> serviceBulkhead.one(service, who, Mono.empty()).block())
        .doesNotThrowAnyException();
  }

  private void refused(int status, Service service, String who) {
    assertThatThrownBy(() -> serviceBulkhead.one(service, who, Mono.empty()).block())
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(status));
  }
}
