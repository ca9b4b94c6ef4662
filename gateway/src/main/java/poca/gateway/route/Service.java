package poca.gateway.route;

import java.util.Locale;

/// Names who answers a route: a service, or the gateway itself.
public enum Service {
  GATEWAY,
  AUTH,
  DIRECTORY,
  APPOINTMENT,
  CHAT,
  AI,
  RECORDS;

  /// `chat-service`: its name in the configuration, in tokens and in `/health`.
  public String id() {
    var word = name().toLowerCase(Locale.ROOT);
    return this == GATEWAY ? word : word + "-service";
  }

  static Service ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
