package poca.access.edge;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import poca.access.security.ActingAs;
import poca.access.security.Caller;
import poca.access.security.Delegation;
import poca.access.security.OnlyFor;
import poca.access.session.SessionCheck;
import poca.contracts.DoctorId;
import poca.contracts.HospitalId;
import poca.contracts.PatientId;
import poca.contracts.Role;
import poca.contracts.UserId;
import poca.platform.web.Reply;

@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
    exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
class EdgeApplication {

  static final RSAKey KEY = key("current");

  static final AtomicReference<SessionCheck.SessionStatus> VERDICT =
      new AtomicReference<>(SessionCheck.SessionStatus.LIVE);

  static RSAKey key(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @Bean
  JWKSource<SecurityContext> testKeys() {
    return new ImmutableJWKSet<>(new JWKSet(KEY.toPublicJWK()));
  }

  @Bean
  SessionCheck testSessions() {
    return (_, _) -> java.util.Objects.requireNonNull(VERDICT.get());
  }

  @Bean
  Delegation oneDependant() {
    return new Delegation() {
      @Override
      public boolean related(UserId account, PatientId patient) {
        return patient.value().equals(Edge.DEPENDANT);
      }

      @Override
      public boolean ownsHospital(UserId account, HospitalId hospital) {
        return hospital.value().equals(Edge.DEPENDANT);
      }
    };
  }

  @RestController
  static class Edge {

    static final UUID DEPENDANT = UUID.fromString("0193a000-0000-7000-8000-0000000000dd");

    @GetMapping("/open")
    Reply<String> open(HttpServletRequest request) {
      return Reply.ok(request.getHeader("Range") == null ? "open" : "part");
    }

    @GetMapping("/me")
    Reply<Map<String, Object>> me(Caller caller) {
      return Reply.ok(Map.of("role", caller.role(), "acting_as", caller.actingAs()));
    }

    @ActingAs
    @GetMapping("/acting")
    Reply<Object> acting(Caller caller) {
      return Reply.ok(caller.actingAs());
    }

    @ActingAs
    @OnlyFor(Role.ADMIN)
    @GetMapping("/admins/{id}")
    Reply<Object> admins(@PathVariable DoctorId id) {
      return Reply.ok(id);
    }

    @GetMapping("/internal/hello")
    String internal() {
      return "{}";
    }
  }
}
