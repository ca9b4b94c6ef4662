package poca.gateway.route;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One line of the route table.
///
/// @param methods the HTTP methods it is for
/// @param pattern as it is written in the table: fit for logs and metrics, since it holds no id
/// @param multipart whether a multipart body may be as large as an upload
/// @param socketCheck for a WebSocket: the path of the service that says whether it may be opened
public record Endpoint(
    Service service,
    Set<String> methods,
    String pattern,
    Admission admission,
    Pace pace,
    boolean multipart,
    @Nullable String socketCheck) {

  /// Who may come to it.
  public enum Admission {
    /// Everybody; a token is ignored.
    PUBLIC,
    /// Everybody, but a token that is sent must be good.
    OPTIONAL,
    /// As [#OPTIONAL], but what is no access token may stand in for one: the service judges it.
    STAND_IN,
    /// Whoever has a good token.
    TOKEN
  }

  /// How long it may take.
  public enum Pace {
    USUAL,
    SLOW,
    DOWNLOAD,
    STREAM
  }

  public boolean isSocket() {
    return socketCheck != null;
  }
}
