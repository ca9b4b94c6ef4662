package poca.appointment.booking;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import poca.contracts.HospitalId;
import poca.contracts.PatientId;
import poca.contracts.Uuids;
import poca.platform.web.Paging;

/// Pages of appointments in the order of their making. Who may see what is part of the query.
@Component
class AppointmentLists {

  private final EntityManager entities;

  AppointmentLists(EntityManager entities) {
    this.entities = entities;
  }

  /// @param total all matches; null when a cursor was used
  record Page(List<Appointment> appointments, @Nullable Long total, @Nullable String nextCursor) {}

  /// Conditions, each with the values it names. What was asked for is also what a cursor is bound
  /// to; what the caller may see of it is not, since a relation may begin between two pages.
  static final class Filter {
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> asked = new LinkedHashMap<>();
    private final Map<String, Object> visible = new LinkedHashMap<>();

    Filter doctor(@Nullable UUID id) {
      return equal("doctorId.value", "doctor", id);
    }

    Filter patient(@Nullable UUID id) {
      return equal("patientId.value", "patient", id);
    }

    Filter hospital(@Nullable UUID id) {
      return equal("hospitalId.value", "hospital", id);
    }

    Filter status(@Nullable AppointmentStatus status) {
      return equal("status", "status", status);
    }

    /// A day in UTC.
    Filter day(@Nullable LocalDate day) {
      if (day != null) {
        conditions.add("a.startsAt >= :dayFrom and a.startsAt < :dayTo");
        asked.put("dayFrom", day.atStartOfDay().toInstant(ZoneOffset.UTC));
        asked.put("dayTo", day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
      }
      return this;
    }

    Filter onlyPatients(Collection<PatientId> patients) {
      conditions.add("a.patientId.value in :patients");
      visible.put("patients", patients.stream().map(PatientId::value).toList());
      return this;
    }

    Filter onlyHospitalsOrPatients(
        Collection<HospitalId> hospitals, Collection<PatientId> patients) {
      conditions.add("(a.hospitalId.value in :hospitals or a.patientId.value in :patients)");
      visible.put("hospitals", hospitals.stream().map(HospitalId::value).toList());
      visible.put("patients", patients.stream().map(PatientId::value).toList());
      return this;
    }

    private Filter equal(String field, String name, @Nullable Object value) {
      if (value != null) {
        conditions.add("a." + field + " = :" + name);
        asked.put(name, value);
      }
      return this;
    }

    private Map<String, Object> values() {
      var values = new LinkedHashMap<>(asked);
      values.putAll(visible);
      return values;
    }
  }

  @Transactional(readOnly = true)
  Page page(Filter filter, Paging paging) {
    var list = "appointments:" + filter.asked;
    var after = paging.after(list, 2);
    var values = filter.values();
    var conditions = new ArrayList<>(filter.conditions);
    after.ifPresent(keys -> {
      conditions.add("(a.createdAt > :at or (a.createdAt = :at and a.id.value > :id))");
      values.put("at", Paging.timeOf(keys.get(0)));
      values.put("id", uuid(keys.get(1)));
    });
    var found =
        with(
                values,
                entities.createQuery(
                    "select a from Appointment a"
                        + where(conditions)
                        + " order by a.createdAt, a.id.value",
                    Appointment.class))
            .setFirstResult(paging.skip())
            .setMaxResults(paging.limit() + 1)
            .getResultList();
    var shown = found.subList(0, Math.min(found.size(), paging.limit()));
    return new Page(
        List.copyOf(shown),
        after.isPresent() ? null : count(filter),
        found.size() > paging.limit()
            ? Paging.cursorOf(list, shown.getLast().createdAt(), shown.getLast().id())
            : null);
  }

  private long count(Filter filter) {
    return with(
            filter.values(),
            entities.createQuery(
                "select count(a) from Appointment a" + where(filter.conditions), Long.class))
        .getSingleResult();
  }

  private static String where(List<String> conditions) {
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
  }

  private static <T> TypedQuery<T> with(Map<String, Object> values, TypedQuery<T> query) {
    values.forEach(query::setParameter);
    return query;
  }

  private static UUID uuid(String text) {
    try {
      return Uuids.parse(text);
    } catch (IllegalArgumentException notOurs) {
      throw Paging.badCursor();
    }
  }
}
