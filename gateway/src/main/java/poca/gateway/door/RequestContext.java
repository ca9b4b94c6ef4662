package poca.gateway.door;

import java.net.InetAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;
import poca.contracts.UserId;
import poca.gateway.access.ClientAddresses;
import poca.gateway.access.Shares.Claimant;
import poca.gateway.route.Endpoint;

/// Keeps what is known of one request while the gateway handles it. One thread at a time touches
/// it.
public final class RequestContext {

  private static final String KEY = RequestContext.class.getName();

  private final String requestId;
  private final InetAddress client;
  private final long begun = System.nanoTime();
  private @Nullable Endpoint endpoint;
  private @Nullable UserId account;

  RequestContext(String requestId, InetAddress client) {
    this.requestId = requestId;
    this.client = client;
  }

  public static RequestContext of(ServerWebExchange exchange) {
    return exchange.getRequiredAttribute(KEY);
  }

  void keepIn(ServerWebExchange exchange) {
    exchange.getAttributes().put(KEY, this);
  }

  public String requestId() {
    return requestId;
  }

  /// The address of the client as the gateway sees it.
  public InetAddress client() {
    return client;
  }

  Duration took() {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  void isFor(Endpoint found) {
    endpoint = found;
  }

  public @Nullable Endpoint endpoint() {
    return endpoint;
  }

  void isBy(UserId user) {
    account = user;
  }

  @Nullable UserId account() {
    return account;
  }

  /// Whose request it is, for counting.
  Claimant claimant() {
    var address = ClientAddresses.keyOf(client);
    return new Claimant(account == null ? address : account, address);
  }
}
