package poca.demo.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import poca.demo.data.Chart.Measure;
import poca.demo.data.DemoData.Item;
import poca.demo.data.DemoData.Report;

/// At most two reports of a chart: what a clinic would hand over for a person of that age.
final class Reports {

  private static final List<String> GROWTH =
      List.of(
          Chart.HEIGHT,
          Chart.WEIGHT,
          Chart.BODY_MASS_INDEX,
          Chart.BODY_MASS_INDEX_PERCENTILE,
          Chart.WEIGHT_FOR_LENGTH_PERCENTILE,
          Chart.HEAD,
          Chart.HEAD_PERCENTILE);

  private Reports() {}

  static List<Report> of(Chart chart) {
    var child = chart.birthDate().isAfter(Synthea.TODAY.minusYears(18));
    Stream<Optional<Report>> wanted =
        child
            ? Stream.of(growth(chart), vaccination(chart))
            : Stream.of(postDelivery(chart), blood(chart), imaging(chart));
    return wanted.flatMap(Optional::stream).limit(2).toList();
  }

  private static Optional<Report> blood(Chart chart) {
    var telling = List.of("Lipid", "metabolic", "CBC");
    return chart.panels().stream()
        .filter(p -> telling.stream().anyMatch(p.name()::contains))
        .filter(p -> p.date().isAfter(Synthea.TODAY.minusYears(5)))
        .max(
            Comparator.comparing(Chart.Panel::date)
                .thenComparing(p -> p.name().contains("Lipid"))
                .thenComparing(p -> p.name().contains("metabolic")))
        .map(p ->
            new Report(
                p.name(),
                "blood_test",
                p.date(),
                "Blood drawn on %s.".formatted(p.date()),
                p.measures().stream().map(Reports::item).toList()));
  }

  private static Optional<Report> growth(Chart chart) {
    var newest = GROWTH.stream().flatMap(code -> chart.newest(code).stream()).toList();
    return newest.stream()
        .map(Measure::date)
        .max(Comparator.naturalOrder())
        .map(date ->
            new Report(
                "Growth chart",
                "growth_chart",
                date,
                "Measured at the well child visit of %s.".formatted(date),
                newest.stream().filter(m -> m.date().equals(date)).map(Reports::item).toList()));
  }

  private static Optional<Report> vaccination(Chart chart) {
    var given = chart.immunizations().stream().limit(10).toList();
    if (given.isEmpty()) {
      return Optional.empty();
    }
    var newest = given.getFirst().date();
    return Optional.of(
        new Report(
            "Vaccination record",
            "vaccination",
            newest,
            "The %d newest vaccinations, the last on %s.".formatted(given.size(), newest),
            given.stream().map(i -> new Item(i.name(), i.date().toString(), null)).toList()));
  }

  private static Optional<Report> postDelivery(Chart chart) {
    return chart.delivery().map(delivery -> postDelivery(chart, delivery.date()));
  }

  private static Report postDelivery(Chart chart, LocalDate date) {
    var items = new ArrayList<Item>();
    items.add(new Item("Date of delivery", date.toString(), null));
    chart.procedures().stream()
        .filter(p -> p.date().equals(date))
        .forEach(p -> items.add(new Item("Procedure", p.name(), null)));
    items.add(new Item("Antenatal visits", String.valueOf(chart.antenatalVisits()), null));
    chart
        .postnatalVisit()
        .ifPresent(v -> items.add(new Item("Postnatal visit", v.date().toString(), null)));
    return new Report(
        "Post-delivery summary",
        "post_delivery",
        date,
        "Delivery on %s after a normal pregnancy.".formatted(date),
        items);
  }

  private static Optional<Report> imaging(Chart chart) {
    return chart.images().stream()
        .filter(i -> i.date().isAfter(Synthea.TODAY.minusYears(5)))
        .findFirst()
        .map(i ->
            new Report(
                i.name(),
                "imaging",
                i.date(),
                "Taken on %s.".formatted(i.date()),
                List.of(
                    new Item("Modality", i.modality(), null),
                    new Item("Body site", i.bodySite(), null))));
  }

  private static Item item(Measure measure) {
    return new Item(
        measure.name(),
        Wording.rounded(measure.value(), 1).toPlainString(),
        measure.unit().isEmpty() ? null : measure.unit());
  }
}
