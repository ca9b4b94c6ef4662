package poca.ai.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import poca.ai.reading.Finding;
import poca.ai.reading.Measurement;
import poca.ai.reading.Span;

/// One condition of a rule; it holds with the words it rests on, or does not hold.
sealed interface Criterion {

  double YEAR = 365.25;
  double SECONDS = 0.01;

  /// The words that make it hold (none for what only the record knows), or null when it does not
  /// hold.
  @Nullable List<Span> in(CaseSoFar patient);

  /// At least `count` of the findings are present.
  record AtLeast(int count, List<Finding> findings) implements Criterion {
    @Override
    public @Nullable List<Span> in(CaseSoFar patient) {
      var spans = new ArrayList<Span>();
      for (var finding : findings) {
        var span = patient.present(finding);
        if (span != null) spans.add(span);
        if (spans.size() == count) return spans;
      }
      return null;
    }
  }

  /// A condition that was said or is on record.
  record OnRecordOrSaid(List<Finding> conditions) implements Criterion {
    @Override
    public @Nullable List<Span> in(CaseSoFar patient) {
      for (var condition : conditions) {
        var span = patient.present(condition);
        if (span != null) return List.of(span);
      }
      return conditions.stream().anyMatch(patient::onRecord) ? List.of() : null;
    }
  }

  /// A temperature of at least this many degrees Celsius was measured.
  record TemperatureFrom(double celsius) implements Criterion {
    @Override
    public @Nullable List<Span> in(CaseSoFar patient) {
      for (var reading : patient.temperatures())
        if (reading.celsius() >= celsius) return List.of(reading.span());
      return null;
    }
  }

  /// A temperature below this many degrees Celsius was measured.
  record TemperatureBelow(double celsius) implements Criterion {
    @Override
    public @Nullable List<Span> in(CaseSoFar patient) {
      for (var reading : patient.temperatures())
        if (reading.celsius() < celsius) return List.of(reading.span());
      return null;
    }
  }

  /// Fever from 38.0 °C, or called a fever without having been measured: a parent's word counts
  /// until a thermometer speaks.
  record Fever() implements Criterion {
    @Override
    public @Nullable List<Span> in(CaseSoFar patient) {
      var measured = new TemperatureFrom(38.0).in(patient);
      if (measured != null) return measured;
      var said = patient.present(Finding.FEVER);
      return said != null && patient.temperatures().isEmpty() ? List.of(said) : null;
    }
  }

  /// One of the findings has lasted longer than this, or so long at least.
  record Lasting(double number, Unit unit, boolean orMore, List<Finding> findings)
      implements Criterion {
    @Override
    public @Nullable List<Span> in(CaseSoFar patient) {
      var longest = patient.longest(Set.copyOf(findings));
      var finding = new AtLeast(1, findings).in(patient);
      if (longest == null || finding == null || longest.hours() <= hours()) return null;
      return List.of(finding.getFirst(), longest.span());
    }

    /// A little more, or less, than the number: what was said was turned into hours.
    private double hours() {
      double hours = unit.hours(number);
      return orMore ? hours - SECONDS : hours + SECONDS;
    }
  }

  /// How a measurement stands to a threshold.
  enum Comparison {
    AT_LEAST,
    BELOW
  }

  /// Something was measured and is on this side of the threshold, which is in the unit of its kind.
  record Measured(Measurement.Kind kind, Comparison comparison, double threshold)
      implements Criterion {
    @Override
    public @Nullable List<Span> in(CaseSoFar patient) {
      for (var measurement : patient.measurements(kind)) {
        boolean holds =
            switch (comparison) {
              case AT_LEAST -> measurement.isFrom(threshold);
              case BELOW -> measurement.isBelow(threshold);
            };
        if (holds) return List.of(measurement.span());
      }
      return null;
    }
  }

  /// So much of a medicine for each kilogram of the patient's weight, as stated or on record.
  record PerKilogram(Measurement.Kind kind, double least) implements Criterion {
    @Override
    public @Nullable List<Span> in(CaseSoFar patient) {
      var weight = patient.weightKg();
      if (weight == null) return null;
      for (var dose : patient.measurements(kind))
        if (dose.isFrom(least * weight)) return List.of(dose.span());
      return null;
    }
  }

  /// A medicine or condition of this class of `clinical/words/medicine-classes.tsv` was said to be
  /// there or is on record.
  record Takes(String of) implements Criterion {
    @Override
    public @Nullable List<Span> in(CaseSoFar patient) {
      var said = patient.taking(of);
      if (said != null) return List.of(said);
      return patient.onRecord(of) ? List.of() : null;
    }
  }

  /// Pain was scored at least this on the scale from 0 to 10.
  record Score(double least) implements Criterion {
    @Override
    public @Nullable List<Span> in(CaseSoFar patient) {
      for (var score : patient.scores()) if (score.number() >= least) return List.of(score.span());
      return null;
    }
  }

  /// The patient is younger than this, by record or by what was said.
  record Younger(double number, Unit unit) implements Criterion {
    @Override
    public @Nullable List<Span> in(CaseSoFar patient) {
      double days = unit.days(number);
      var said = patient.youngerThan(days);
      if (said != null) return List.of(said);
      return patient.recordYoungerThan(days) ? List.of() : null;
    }
  }

  /// The patient is at least this old; an unknown age counts unless a baby is spoken of.
  record OlderOrUnknown(double number, Unit unit) implements Criterion {
    @Override
    public @Nullable List<Span> in(CaseSoFar patient) {
      boolean baby = patient.present(Finding.BABY) != null || patient.onRecord(Finding.BABY);
      boolean unknown = !patient.ageKnown() && !baby;
      return patient.atLeast(unit.days(number)) || unknown ? List.of() : null;
    }
  }

  /// A baby is spoken of and no age is known or the known one is an adult's, the writer's own.
  record BabyOfUnknownAge() implements Criterion {
    @Override
    public @Nullable List<Span> in(CaseSoFar patient) {
      var said = patient.present(Finding.BABY);
      boolean onRecord = patient.onRecord(Finding.BABY);
      boolean known = patient.youngerThan(6 * YEAR) != null || patient.recordYoungerThan(6 * YEAR);
      if (known) return null;
      if (said != null && !patient.isTheWriter()) return List.of(said);
      return onRecord ? List.of() : null;
    }
  }

  record Not(Criterion sign) implements Criterion {
    @Override
    public @Nullable List<Span> in(CaseSoFar patient) {
      return sign.in(patient) == null ? List.of() : null;
    }
  }

  /// Any one of several signs.
  record AnyOf(List<Criterion> signs) implements Criterion {
    @Override
    public @Nullable List<Span> in(CaseSoFar patient) {
      for (var criterion : signs) {
        var spans = criterion.in(patient);
        if (spans != null) return spans;
      }
      return null;
    }
  }

  /// Pain was scored at least this on the scale from 0 to 10, or called severe.
  record Pain(double least) implements Criterion {
    @Override
    public @Nullable List<Span> in(CaseSoFar patient) {
      var score = new Score(least).in(patient);
      return score != null ? score : new AtLeast(1, List.of(Finding.SEVERE_PAIN)).in(patient);
    }
  }

  /// All of several signs; for use within [AnyOf], since a rule's own signs are all needed anyway.
  record AllOf(List<Criterion> signs) implements Criterion {
    @Override
    public @Nullable List<Span> in(CaseSoFar patient) {
      var all = new ArrayList<Span>();
      for (var criterion : signs) {
        var spans = criterion.in(patient);
        if (spans == null) return null;
        all.addAll(spans);
      }
      return all;
    }
  }
}
