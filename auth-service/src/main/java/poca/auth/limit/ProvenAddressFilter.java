package poca.auth.limit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import poca.access.security.TokenVerifier;
import poca.platform.web.Refusal;

/// Believes `X-Client-Address` with the gateway's service token beside it, and from nobody else:
/// whoever could choose an address had as many guesses at a password as there are addresses.
@Component
final class ProvenAddressFilter extends OncePerRequestFilter {

  static final String ADDRESS = "X-Client-Address";
  static final String PROOF = "X-POCA-Gateway";

  private final ObjectProvider<TokenVerifier> tokens;

  /// @param tokens asked for with the first request: filters are made before the keys can be read
  ProvenAddressFilter(ObjectProvider<TokenVerifier> tokens) {
    this.tokens = tokens;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var address = request.getHeader(ADDRESS);
    var proof = request.getHeader(PROOF);
    if (address != null && proof != null && isGateways(proof)) {
      request.setAttribute(ClientAddress.PROVEN, address);
    }
    chain.doFilter(request, response);
  }

  private boolean isGateways(String proof) {
    try {
      return tokens.getObject().service(proof).equals("gateway");
    } catch (Refusal notGood) {
      return false;
    }
  }
}
