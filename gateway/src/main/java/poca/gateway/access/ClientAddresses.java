package poca.gateway.access;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import poca.gateway.GatewaySettings;

/// Whom a request comes from. `X-Forwarded-For` is believed as far as trusted proxies wrote it:
/// from its right end, up to the first address that is none of them.
@Component
public final class ClientAddresses {

  private static final InetAddress NOBODY = InetAddress.ofLiteral("0.0.0.0");

  private static final Logger log = LoggerFactory.getLogger(ClientAddresses.class);

  private final List<Block> trusted;
  private final AtomicBoolean told = new AtomicBoolean();

  ClientAddresses(GatewaySettings settings) {
    this.trusted = settings.proxies().stream().map(Block::parse).toList();
  }

  public InetAddress of(ServerHttpRequest request) {
    var remote = request.getRemoteAddress();
    var peer = remote == null ? null : remote.getAddress();
    if (peer == null) {
      return NOBODY;
    }
    if (trusted.isEmpty() || !isTrusted(peer)) {
      tellOfProxy(request, peer);
      return peer;
    }
    var hops = new ArrayList<String>();
    for (var line : request.getHeaders().getOrEmpty("X-Forwarded-For")) {
      Collections.addAll(hops, line.split(","));
    }
    var client = peer;
    for (var hop : hops.reversed()) {
      var address = literal(hop.strip());
      if (address == null) {
        return client;
      }
      client = address;
      if (!isTrusted(address)) {
        return client;
      }
    }
    return client;
  }

  /// Behind a proxy that is not named all clients are one address, which no test of the house
  /// shows.
  private void tellOfProxy(ServerHttpRequest request, InetAddress peer) {
    if (request.getHeaders().containsHeader("X-Forwarded-For") && told.compareAndSet(false, true)) {
      log.warn(
          "X-Forwarded-For of {} is not believed. If that is a proxy in front of this gateway, all its"
              + " clients count as one address: name it in TRUSTED_PROXIES",
          textOf(peer));
    }
  }

  private boolean isTrusted(InetAddress address) {
    return trusted.stream().anyMatch(block -> block.holds(address));
  }

  private static @Nullable InetAddress literal(String text) {
    try {
      return InetAddress.ofLiteral(text);
    } catch (IllegalArgumentException notAnAddress) {
      return null;
    }
  }

  /// One word per client for counting: an IPv6 client has at least a /64 of addresses to itself.
  public static String keyOf(InetAddress address) {
    var bytes = address.getAddress();
    return bytes.length == 4
        ? address.getHostAddress()
        : HexFormat.of().formatHex(bytes, 0, 8) + "/64";
  }

  /// As services get it: without the zone of a link-local address.
  public static String textOf(InetAddress address) {
    var text = address.getHostAddress();
    var zone = text.indexOf('%');
    return zone < 0 ? text : text.substring(0, zone);
  }

  private record Block(byte[] prefix, int bits) {

    static Block parse(String text) {
      var slash = text.indexOf('/');
      var prefix = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash)).getAddress();
      var bits = slash < 0 ? prefix.length * 8 : Integer.parseInt(text.substring(slash + 1));
      if (bits < 0 || bits > prefix.length * 8) {
        throw new IllegalArgumentException("TRUSTED_PROXIES: not a block of addresses: " + text);
      }
      return new Block(prefix, bits);
    }

    boolean holds(InetAddress address) {
      var bytes = address.getAddress();
      if (bytes.length != prefix.length) {
        return false;
      }
      for (var i = 0; i < bits; i++) {
        var mask = 0x80 >> (i % 8);
        if ((bytes[i / 8] & mask) != (prefix[i / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}
