package poca.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import poca.gateway.GatewaySettings;
import poca.gateway.access.Shares.Claimant;
import poca.gateway.route.Service;
import poca.platform.web.Refusal;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

class ServiceBulkheadTest {

  private final ServiceBulkhead bulkhead = new ServiceBulkhead(settings(100));

  @Test
  void a_service_that_hangs_gets_no_more_requests_than_have_a_place_and_others_go_on() {
    var hanging =
        IntStream.range(0, 4).mapToObj(i -> hanging(256, of("caller " + i, "at " + i))).toList();

    refused(503, Service.CHAT, false, of("somebody new", "elsewhere"));
    served(Service.AUTH, false, of("somebody new", "elsewhere"));

    hanging.getFirst().getFirst().dispose();
    served(Service.CHAT, false, of("somebody new", "elsewhere"));
  }

  @Test
  void nobody_takes_more_than_a_quarter_of_the_places() {
    var hanging = hanging(256, of("a slow one", "home"));

    refused(429, Service.CHAT, false, of("a slow one", "elsewhere"));
    served(Service.CHAT, false, of("somebody else", "home"));
    served(Service.AUTH, false, of("a slow one", "home"));

    hanging.getFirst().dispose();
    served(Service.CHAT, false, of("a slow one", "home"));
    served(Service.CHAT, false, of("a slow one", "home"));
  }

  @Test
  void however_many_accounts_somebody_makes_one_address_leaves_half_of_the_places() {
    IntStream.range(0, 8).forEach(i -> hanging(64, of("account " + i, "home")));

    refused(429, Service.CHAT, false, of("one more account", "home"));
    served(Service.CHAT, false, of("somebody else", "elsewhere"));
  }

  @Test
  void uploads_have_places_of_their_own() {
    IntStream.range(0, 4).forEach(i -> uploading(16, of("account " + i, "at " + i)));

    refused(503, Service.CHAT, true, of("somebody new", "elsewhere"));
    served(Service.CHAT, false, of("somebody new", "elsewhere"));
    served(Service.CHAT, false, of("account 1", "at 1"));
  }

  @Test
  void one_account_uploads_so_many_at_once_and_no_more() {
    uploading(16, of("a busy one", "home"));

    refused(429, Service.CHAT, true, of("a busy one", "home"));
    served(Service.CHAT, true, of("somebody else", "home"));
  }

  @Test
  void where_nobodys_rate_is_limited_one_may_take_them_all() {
    var free = new ServiceBulkhead(settings(0));
    var only = of("the only one", "home");

    IntStream.range(0, 512)
        .forEach(_ -> free.one(Service.CHAT, false, only, Mono.never()).subscribe());

    assertThatCode(() -> free.one(Service.CHAT, false, only, Mono.empty()).block())
        .doesNotThrowAnyException();
  }

  static GatewaySettings settings(int perSecond) {
    return new GatewaySettings("1", URI.create("http://localhost:8000"), "", perSecond, 1, 1, "");
  }

  private static Claimant of(String account, String address) {
    return new Claimant(account, address);
  }

  private List<Disposable> hanging(int many, Claimant who) {
    return underWay(many, false, who);
  }

  private void uploading(int many, Claimant who) {
    var _ = underWay(many, true, who);
  }

  private List<Disposable> underWay(int many, boolean upload, Claimant who) {
    return IntStream.range(0, many)
        .mapToObj(_ -> bulkhead.one(Service.CHAT, upload, who, Mono.never()).subscribe())
        .toList();
  }

  private void served(Service service, boolean upload, Claimant who) {
    assertThatCode(() -> bulkhead.one(service, upload, who, Mono.empty()).block())
        .doesNotThrowAnyException();
  }

  private void refused(int status, Service service, boolean upload, Claimant who) {
    assertThatThrownBy(() -> bulkhead.one(service, upload, who, Mono.empty()).block())
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(status));
  }
}
