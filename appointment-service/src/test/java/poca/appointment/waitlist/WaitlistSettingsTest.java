package poca.appointment.waitlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class WaitlistSettingsTest {

  @Test
  void an_offer_is_held_for_an_hour_unless_it_is_said() {
    assertThat(settings(Map.of()).hold()).isEqualTo(Duration.ofHours(1));
    assertThat(settings(Map.of("poca.waitlist.hold-minutes", "5")).hold())
        .isEqualTo(Duration.ofMinutes(5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "10081"})
  void what_holds_nothing_or_for_ever_is_refused(String minutes) {
    assertThatThrownBy(() -> settings(Map.of("poca.waitlist.hold-minutes", minutes)))
        .hasRootCauseMessage("WAITLIST_HOLD_MINUTES must be 1 to 10080");
  }

  private static WaitlistSettings settings(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate("poca.waitlist", WaitlistSettings.class);
  }
}
