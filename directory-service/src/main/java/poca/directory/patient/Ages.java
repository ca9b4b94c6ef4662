package poca.directory.patient;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import poca.contracts.Plausible;

/// How old somebody is today, at the clinic. A date of birth says it, where one is known; an age
/// that was told grows old, and stands only where there is nothing better.
@Component
class Ages {

  private final Clock clock;
  private final ZoneId clinic;

  Ages(Clock clock, @Value("${poca.clinic-timezone}") ZoneId clinic) {
    this.clock = clock;
    this.clinic = clinic;
  }

  /// In completed years. A stored date of birth may be older than the rule that it be plausible,
  /// and says nothing then.
  @Nullable Integer of(@Nullable LocalDate dob, @Nullable Integer told) {
    if (dob == null) {
      return told;
    }
    var years = Period.between(dob, LocalDate.now(clock.withZone(clinic))).getYears();
    return years < 0 || years > Plausible.AGE ? told : Integer.valueOf(years);
  }
}
