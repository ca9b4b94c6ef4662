package poca.access.security;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import poca.access.session.SessionCheck;
import poca.contracts.ErrorCode;
import poca.contracts.HospitalId;
import poca.contracts.PatientId;
import poca.contracts.UserId;
import poca.platform.web.ErrorWriter;
import poca.platform.web.Refusal;

/// Every route of a servlet service needs a token unless `poca.public-routes` names it (`POST
/// /api/v1/auth/login`), or `poca.optional-routes`: there a token that is sent must be good, and
/// without one the caller is nobody.
@AutoConfiguration(
    before = {ServletWebSecurityAutoConfiguration.class, UserDetailsServiceAutoConfiguration.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@Import(FirewallAdvice.class)
class SecurityConfiguration {

  private static final List<String> ALWAYS_PUBLIC =
      List.of(
          "GET /actuator/health/**",
          "GET /actuator/health",
          "GET /actuator/prometheus",
          "GET /actuator/sbom/**");

  @Bean
  SecurityFilterChain bearerTokenChain(
      HttpSecurity http,
      Environment environment,
      TokenVerifier tokenVerifier,
      SessionCheck sessions,
      ErrorWriter errors) {
    RequestMatcher publicRoutes =
        anyOf(Stream.concat(ALWAYS_PUBLIC.stream(), named(environment, "poca.public-routes")));
    var optionalRoutes = anyOf(named(environment, "poca.optional-routes"));
    var internal = PathPatternRequestMatcher.withDefaults().matcher("/internal/**");
    var tokenAuthentication = new TokenAuthentication(tokenVerifier, sessions);
    var bearer = new DefaultBearerTokenResolver();
    AuthenticationEntryPoint entry =
        (request, response, cause) -> errors.write(request, response, refusal(cause));
    return http.csrf(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .headers(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .oauth2ResourceServer(server ->
            server
                // a public route ignores whatever token is sent: an expired one must not keep
                // anybody from logging in
                .bearerTokenResolver(
                    request -> publicRoutes.matches(request) ? null : bearer.resolve(request))
                .authenticationManagerResolver(request ->
                    internal.matches(request)
                        ? tokenAuthentication.forServices()
                        : tokenAuthentication)
                .authenticationEntryPoint(entry))
        .exceptionHandling(handling ->
            handling
                .authenticationEntryPoint(entry)
                .accessDeniedHandler((request, response, _) ->
                    errors.write(request, response, Refusal.notAllowed())))
        .authorizeHttpRequests(routing ->
            routing
                .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers(publicRoutes, optionalRoutes)
                .permitAll()
                .requestMatchers(internal)
                .hasAuthority("SERVICE")
                .anyRequest()
                .authenticated())
        .build();
  }

  private static Refusal refusal(AuthenticationException cause) {
    return switch (cause) {
      case TokenAuthentication.Refused refused -> refused.refusal();
      case OAuth2AuthenticationException _ ->
          Refusal.unauthenticated(ErrorCode.AUTH_003, "Invalid token format");
      default -> Refusal.notAuthenticated();
    };
  }

  private static Stream<String> named(Environment environment, String setting) {
    return Binder.get(environment)
        .bind(setting, Bindable.listOf(String.class))
        .orElseGet(List::of)
        .stream();
  }

  private static RequestMatcher anyOf(Stream<String> routes) {
    var matchers = routes.map(SecurityConfiguration::matcher).toList();
    return request -> matchers.stream().anyMatch(matcher -> matcher.matches(request));
  }

  private static RequestMatcher matcher(String route) {
    var space = route.indexOf(' ');
    return PathPatternRequestMatcher.withDefaults()
        .matcher(HttpMethod.valueOf(route.substring(0, space)), route.substring(space + 1));
  }

  /// In a service that keeps no relations nobody acts as another.
  private static final class Nobody implements Delegation {
    @Override
    public boolean related(UserId account, PatientId patient) {
      return false;
    }

    @Override
    public boolean ownsHospital(UserId account, HospitalId hospital) {
      return false;
    }
  }

  @Bean
  Callers callers(ObjectProvider<Delegation> entities) {
    return new Callers(entities.getIfAvailable(Nobody::new));
  }

  @Bean
  ConnectionLogins connectionLogins(
      Callers callers, TokenVerifier tokenVerifier, SessionCheck sessions, Clock clock) {
    return new ConnectionLogins(callers, tokenVerifier, sessions, clock);
  }

  @Bean
  WebMvcConfigurer callerAndGate(Callers callers, ObjectProvider<Delegation> entities) {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(callers);
      }

      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new EntityAndRoleInterceptor(entities.getIfAvailable(Nobody::new)));
      }
    };
  }
}
