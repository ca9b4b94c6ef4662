package poca.platform.edge;

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
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
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

  @RestController
  static class Edge {

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
  }
}
