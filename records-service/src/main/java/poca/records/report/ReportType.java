package poca.records.report;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What a report reports on.
enum ReportType {
  LAB_TEST,
  BLOOD_TEST,
  IMAGING,
  PRESCRIPTION,
  DISCHARGE_SUMMARY,
  VACCINATION,
  GROWTH_CHART,
  NEWBORN_SCREENING,
  POST_DELIVERY,
  LACTATION,
  OTHER;

  @JsonValue
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  static ReportType ofWire(String text) {
    for (var type : values()) {
      if (type.wire().equals(text)) {
        return type;
      }
    }
    throw new IllegalArgumentException("no such report type");
  }
}
