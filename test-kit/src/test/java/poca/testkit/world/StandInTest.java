package poca.testkit.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StandInTest {

  private static final class Neighbour extends StandIn {
    Neighbour() {
      on("/known/", asked -> Reply.ofData("\"" + asked.getRequestMethod() + "\""));
      on("/gone/", _ -> Reply.empty(204));
    }
  }

  private static final class Asking extends ServiceUnderTest {
    Asking(String url) {
      super(url);
    }

    Response ask(String method, String path) {
      return send(carrying(request(path, null), method, null));
    }
  }

  private final Asking asking = new Asking(new Neighbour().url());

  @Test
  void a_route_answers_what_the_test_says() {
    assertThat(asking.ask("PUT", "/known/1").data().asString()).isEqualTo("PUT");
    assertThat(asking.ask("GET", "/unknown").status()).isEqualTo(404);
  }

  @Test
  void an_answer_without_content_has_none() {
    var gone = asking.ask("DELETE", "/gone/1");

    assertThat(gone.status()).isEqualTo(204);
    assertThat(gone.text()).isEmpty();
  }

  @Test
  void it_gives_out_service_tokens() {
    assertThat(asking.ask("POST", "/oauth2/token").body().path("token_type").asString())
        .isEqualTo("bearer");
  }
}
