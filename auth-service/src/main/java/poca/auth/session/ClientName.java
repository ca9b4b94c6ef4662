package poca.auth.session;

import static java.util.stream.Collectors.joining;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import poca.platform.text.Texts;

/// What the browser or app of the request at hand calls itself, so that somebody who reads the list
/// of their sessions knows which is which. It is as true as who says it.
final class ClientName {

  private static final int LONGEST = 255;

  private ClientName() {}

  static @Nullable String ofThisRequest() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
        ? shown(request.getRequest().getHeader(HttpHeaders.USER_AGENT))
        : null;
  }

  private static @Nullable String shown(@Nullable String sent) {
    if (sent == null) {
      return null;
    }
    var line =
        sent.codePoints()
            .mapToObj(Character::toString)
            .filter(Texts::isOneLine)
            .limit(LONGEST)
            .collect(joining());
    return Texts.isBlank(line) ? null : line;
  }
}
