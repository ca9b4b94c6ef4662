package poca.platform.edge;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import poca.contracts.DoctorId;
import poca.contracts.Role;
import poca.platform.security.ActingAs;
import poca.platform.security.Caller;
import poca.platform.security.Entities;
import poca.platform.security.OnlyFor;
import poca.platform.session.SessionCheck;
import poca.platform.text.EmailAddress;
import poca.platform.text.Link;
import poca.platform.text.OneLine;
import poca.platform.text.Prose;
import poca.platform.text.Visible;
import poca.platform.text.WithinYears;
import poca.platform.web.Change;
import poca.platform.web.Paging;
import poca.platform.web.Refusal;
import poca.platform.web.Reply;

@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
    exclude = {
      DataSourceAutoConfiguration.class,
      HibernateJpaAutoConfiguration.class,
      FlywayAutoConfiguration.class
    })
class EdgeApplication {

  static final RSAKey KEY = key("current");

  static final AtomicReference<SessionCheck.Verdict> VERDICT =
      new AtomicReference<>(SessionCheck.Verdict.LIVE);

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
  Entities oneDependant() {
    return (_, entity) -> entity.equals(Edge.DEPENDANT);
  }

  @RestController
  static class Edge {

    static final java.util.UUID DEPENDANT =
        java.util.UUID.fromString("0193a000-0000-7000-8000-0000000000dd");

    record Made(
        @Visible @OneLine(max = 10) String firstName,
        @PositiveOrZero @Nullable Integer age,
        @Prose(max = 12) @Nullable String story,
        @DecimalMin("0.2") @DecimalMax("500") @Digits(integer = 3, fraction = 1)
            @Nullable BigDecimal weight,
        @Link @Nullable String website,
        @EmailAddress @Nullable String email,
        @Nullable Role role,
        @Nullable DoctorId doctor,
        @Nullable Instant startsAt,
        @WithinYears(130) @Nullable LocalDate bornOn) {}

    record Changed(
        Change<@Visible @OneLine(max = 5) String> name, Change<@Prose(max = 5) String> note) {}

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

    @GetMapping("/doctors/{id}")
    Reply<DoctorId> doctor(@PathVariable DoctorId id) {
      return Reply.ok(id);
    }

    @PostMapping("/made")
    Reply<Made> make(@Valid @RequestBody Made made) {
      return Reply.ok(made);
    }

    @PutMapping("/changed")
    Reply<List<String>> change(@Valid @RequestBody Changed changed) {
      return Reply.ok(List.of(word(changed.name()), word(changed.note())));
    }

    private static String word(Change<String> change) {
      return switch (change) {
        case Change.Unsent<String> _ -> "unsent";
        case Change.Cleared<String> _ -> "cleared";
        case Change.Set<String>(var value) -> value;
      };
    }

    @GetMapping("/list")
    Reply<Paging> list(Paging paging) {
      return Reply.ok(paging);
    }

    @GetMapping("/needs")
    Reply<Boolean> needs(@RequestParam boolean yes) {
      return Reply.ok(yes);
    }

    @GetMapping("/counts")
    Reply<Long> counts(@RequestParam int few, @RequestParam(required = false) @Nullable Long many) {
      return Reply.ok(many == null ? few : many + few);
    }

    @DeleteMapping("/gone")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void gone() {}

    @GetMapping("/taken")
    Reply<String> taken() {
      throw Refusal.alreadyExists("Mapping already exists");
    }

    @GetMapping("/broken")
    Reply<String> broken() {
      throw new IllegalStateException("secret of the inside");
    }

    @GetMapping("/internal/hello")
    String internal() {
      return "{}";
    }
  }
}
