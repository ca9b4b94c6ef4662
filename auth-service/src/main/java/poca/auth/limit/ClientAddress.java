package poca.auth.limit;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads where a client comes from: as the gateway sees it, where the gateway proves that it is the
/// one who says so ([ProvenAddressFilter]), or else by the connection. Of an IPv6 address only the
/// network counts (/64): a client has all the addresses in it.
public final class ClientAddress {

  static final String PROVEN = ClientAddress.class.getName();

  private static final int NETWORK_BYTES = 8;

  private ClientAddress() {}

  public static String of(HttpServletRequest request) {
    return normal((String) request.getAttribute(PROVEN))
        .or(() -> normal(request.getRemoteAddr()))
        .orElse("unknown");
  }

  static Optional<String> normal(@Nullable String address) {
    if (address == null) {
      return Optional.empty();
    }
    InetAddress parsed;
    try {
      parsed = InetAddress.ofLiteral(address.strip());
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
    return Optional.of(
        parsed instanceof Inet6Address
            ? HexFormat.of().formatHex(parsed.getAddress(), 0, NETWORK_BYTES) + "/64"
            : parsed.getHostAddress());
  }
}
