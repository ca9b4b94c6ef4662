package poca.gateway.door;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import poca.contracts.ErrorCode;
import poca.platform.web.Refusal;

/// A client's wish to open a WebSocket, read as section 5.1 of the contract says: the token from
/// the sub-protocol, the query or `Authorization`; the entity from the query or a header.
///
/// @param token null if there is none
/// @param entity null if there is none
/// @param named whether the client named our sub-protocol, and so must be told it back
/// @param query what else is in the query: neither the token nor the entity travels on in a URL
record Handshake(
    @Nullable String token, @Nullable String entity, boolean named, @Nullable String query) {

  static final String PROTOCOL = "poca.bearer";
  static final String ENTITY_HEADER = "user-entity-id";
  static final Duration CHECK_LIMIT = Duration.ofSeconds(2);

  private static final String PROTOCOLS_HEADER = "Sec-WebSocket-Protocol";
  private static final String KEY_HEADER = "Sec-WebSocket-Key";
  private static final String VERSION_HEADER = "Sec-WebSocket-Version";
  private static final Pattern FIT_FOR_A_HEADER = Pattern.compile("[\\x21-\\x7e]{1,64}");

  static Handshake of(ServerHttpRequest request) {
    var protocols = protocols(request.getHeaders());
    var at = protocols.indexOf(PROTOCOL);
    var query = Query.of(request.getURI().getRawQuery());
    String token = null;
    if (at >= 0 && at + 1 < protocols.size()) {
      token = protocols.get(at + 1);
    } else if (query.token() != null) {
      token = query.token();
    } else {
      token = BearerToken.of(request.getHeaders());
    }
    var entity =
        query.entity() != null ? query.entity() : request.getHeaders().getFirst(ENTITY_HEADER);
    return new Handshake(token, entity, at >= 0, query.rest());
  }

  private static List<String> protocols(HttpHeaders headers) {
    var protocols = new ArrayList<String>();
    for (var line : headers.getOrEmpty(PROTOCOLS_HEADER)) {
      for (var protocol : line.split(",")) {
        protocols.add(protocol.strip());
      }
    }
    return protocols;
  }

  /// @throws Refusal 400 for a request that is no handshake, 426 for another version than 13
  static void require(ServerHttpRequest request) {
    var headers = request.getHeaders();
    var upgrades =
        headers.getConnection().stream().anyMatch("upgrade"::equalsIgnoreCase)
            && "websocket".equalsIgnoreCase(headers.getUpgrade());
    if (!upgrades || headers.getFirst(KEY_HEADER) == null) {
      throw new Refusal(400, ErrorCode.BIZ_001, "WebSocket handshake expected");
    }
    if (!"13".equals(headers.getFirst(VERSION_HEADER))) {
      throw new Refusal(
          HttpStatus.UPGRADE_REQUIRED.value(),
          ErrorCode.BIZ_001,
          "WebSocket version 13 expected",
          Map.of(),
          Map.of(VERSION_HEADER, "13"));
    }
  }

  /// Puts back what the gateway's own upgrade needs, and says what the service goes by. The token
  /// is no longer among the sub-protocols: the answer to the client names only what is in this
  /// list.
  void complete(HttpHeaders passing, HttpHeaders sent) {
    passing.set(HttpHeaders.CONNECTION, "Upgrade");
    passing.set(HttpHeaders.UPGRADE, "websocket");
    copy(KEY_HEADER, sent, passing);
    copy(VERSION_HEADER, sent, passing);
    if (named) {
      passing.set(PROTOCOLS_HEADER, PROTOCOL);
    }
    speakFor(passing);
  }

  /// Sets or removes the entity header.
  void speakFor(HttpHeaders headers) {
    headers.remove(ENTITY_HEADER);
    if (entity != null) {
      headers.set(ENTITY_HEADER, FIT_FOR_A_HEADER.matcher(entity).matches() ? entity : "malformed");
    }
  }

  private static void copy(String name, HttpHeaders from, HttpHeaders to) {
    var value = from.getFirst(name);
    if (value != null) {
      to.set(name, value);
    }
  }

  private record Query(@Nullable String token, @Nullable String entity, @Nullable String rest) {

    static Query of(@Nullable String raw) {
      if (raw == null || raw.isEmpty()) {
        return new Query(null, null, null);
      }
      String token = null;
      String entity = null;
      var rest = new ArrayList<String>();
      for (var pair : raw.split("&")) {
        var equals = pair.indexOf('=');
        var name = decoded(equals < 0 ? pair : pair.substring(0, equals));
        var value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
        switch (name) {
          case "token" -> token = token == null ? value : token;
          case "user_entity_id" -> entity = entity == null ? value : entity;
          default -> rest.add(pair);
        }
      }
      return new Query(token, entity, rest.isEmpty() ? null : String.join("&", rest));
    }

    private static String decoded(String text) {
      try {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
      } catch (IllegalArgumentException malformed) {
        return text;
      }
    }
  }
}
