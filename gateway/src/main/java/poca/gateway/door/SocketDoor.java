package poca.gateway.door;

import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import poca.gateway.access.Gatekeeper;
import poca.gateway.route.Endpoint;
import poca.gateway.upstream.Questions;
import poca.platform.web.Refusal;
import reactor.core.publisher.Mono;

/// Opens WebSockets. Spring Cloud Gateway answers 101 before it turns to the service, when a
/// refusal could no longer be HTTP: so everything is decided first, the service's part by asking
/// it.
@Component
final class SocketDoor {

  private final Gatekeeper gatekeeper;
  private final Origins origins;
  private final Questions questions;
  private final Onward onward;
  private final Answers answers;

  SocketDoor(
      Gatekeeper gatekeeper, Origins origins, Questions questions, Onward onward, Answers answers) {
    this.gatekeeper = gatekeeper;
    this.origins = origins;
    this.questions = questions;
    this.onward = onward;
    this.answers = answers;
  }

  Mono<Void> open(
      ServerWebExchange exchange,
      Visit visit,
      Endpoint endpoint,
      List<String> segments,
      WebFilterChain chain) {
    var request = exchange.getRequest();
    var handshake = Handshake.of(request);
    var token = handshake.token();
    if (token == null || token.isBlank()) {
      gatekeeper.admitNobody(visit.client());
      throw Refusal.notAuthenticated();
    }
    return gatekeeper
        .admit(token, visit.client())
        .flatMap(access -> {
          visit.isBy(access.user());
          Handshake.require(request);
          origins.require(request.getHeaders().getOrigin());
          return mayOpen(visit, endpoint, segments, handshake, token);
        })
        .flatMap(answer ->
            answer.status() == HttpStatus.OK.value()
                ? onward.sendHandshake(exchange, visit, endpoint, handshake, token, chain)
                : relay(exchange, answer));
  }

  private Mono<Questions.Answer> mayOpen(
      Visit visit, Endpoint endpoint, List<String> segments, Handshake handshake, String token) {
    var headers = new HttpHeaders();
    Onward.identify(headers, visit, token);
    handshake.speakFor(headers);
    var check = String.valueOf(endpoint.socketCheck());
    var path = endpoint.pattern().endsWith("}") ? check + "/" + segments.getLast() : check;
    return questions.get(endpoint.service(), path, headers, Handshake.CHECK_LIMIT);
  }

  /// What is no refusal of the service's own (it is broken, or is none of ours) is an outage.
  private Mono<Void> relay(ServerWebExchange exchange, Questions.Answer answer) {
    if (answer.status() < 400 || answer.status() > 499 || !answer.isJson()) {
      throw Refusal.unavailable();
    }
    if (answer.status() == HttpStatus.UNAUTHORIZED.value()) {
      exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    return answers.json(exchange, HttpStatusCode.valueOf(answer.status()), answer.body());
  }
}
