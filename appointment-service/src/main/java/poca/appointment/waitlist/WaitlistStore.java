package poca.appointment.waitlist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import poca.appointment.availability.Span;
import poca.appointment.booking.AppointmentType;
import poca.appointment.waitlist.Entry.Offer;
import poca.contracts.DoctorId;
import poca.contracts.HospitalId;
import poca.contracts.PatientId;
import poca.contracts.WaitlistEntryId;
import poca.contracts.fact.RelationFact.RelationKind;
import poca.platform.sql.Sql;
import poca.platform.web.Paging;

/// Keeps the waiting list. Entries of a doctor change only under the doctor's lock.
@Component
class WaitlistStore {

  private static final String ENTRY =
      """
      select e.*, lower(c.during) as offer_start, upper(c.during) as offer_end,
             c.expires_at as offer_until
      from waitlist_entry e left join claim c on c.id = e.id
      """;

  private final JdbcClient jdbc;

  WaitlistStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// @throws org.springframework.dao.DuplicateKeyException if the patient waits for the doctor
  ///   already
  void insert(Entry entry) {
    var hospital = entry.hospital();
    jdbc.sql(
            """
            insert into waitlist_entry (id, doctor_id, patient_id, hospital_id, from_time, to_time,
                                        duration_minutes, type, status, created_at)
            values (:id, :doctor, :patient, :hospital, :from, :to, :minutes, :type, :status, :at)
            """)
        .param("id", entry.id().value())
        .param("doctor", entry.doctor().value())
        .param("patient", entry.patient().value())
        .param("hospital", hospital == null ? null : hospital.value())
        .param("from", Sql.time(entry.window().startsAt()))
        .param("to", Sql.time(entry.window().endsAt()))
        .param("minutes", entry.length().toMinutes())
        .param("type", entry.kind().wire())
        .param("status", entry.status().wire())
        .param("at", Sql.time(entry.createdAt()))
        .update();
  }

  Optional<Entry> find(WaitlistEntryId id) {
    return jdbc.sql(ENTRY + "where e.id = :id")
        .param("id", id.value())
        .query(WaitlistStore::entry)
        .optional();
  }

  /// Who waits for a time of the doctor that may lie in this one, in the order of waiting. Nobody
  /// waits for or as somebody who was removed.
  List<Entry> waiting(DoctorId doctor, Span freed) {
    return jdbc.sql(
            ENTRY
                + """
                where e.doctor_id = :doctor and e.status = 'waiting'
                  and e.from_time < :end and e.to_time > :start
                  and exists (select from relation r where r.active and r.kind = 'doctor'
                              and r.left_id = e.doctor_id and r.right_id = e.doctor_id)
                  and exists (select from relation r where r.active and r.kind = 'patient'
                              and r.left_id = e.patient_id and r.right_id = e.patient_id)
                order by e.created_at, e.id
                """)
        .param("doctor", doctor.value())
        .param("start", Sql.time(freed.startsAt()))
        .param("end", Sql.time(freed.endsAt()))
        .query(WaitlistStore::entry)
        .list();
  }

  /// @param passed by whom the time was passed on before; empty but for an offer
  /// @return the number of the change
  long become(WaitlistEntryId id, EntryStatus next, List<WaitlistEntryId> passed) {
    return jdbc.sql(
            """
            update waitlist_entry
            set status = :status, passed = cast(:passed as uuid[]), version = version + 1
            where id = :id
            returning version
            """)
        .param("id", id.value())
        .param("status", next.wire())
        .param("passed", Sql.array(passed))
        .query(Long.class)
        .single();
  }

  /// Entries that still wait although nothing they wait for can come.
  int expire(Instant now) {
    return jdbc.sql(
            """
            update waitlist_entry set status = 'expired', version = version + 1
            where id in (select id from waitlist_entry where status = 'waiting' and to_time <= :now
                         for update skip locked)
            """)
        .param("now", Sql.time(now))
        .update();
  }

  /// The open entries of somebody.
  List<Entry> open(RelationKind kind, UUID who) {
    var column =
        switch (kind) {
          case DOCTOR -> "doctor_id";
          case PATIENT -> "patient_id";
          case HOSPITAL -> "hospital_id";
          default -> throw new IllegalArgumentException("nobody is " + kind);
        };
    return jdbc.sql(
            ENTRY
                + "where e.%s = :who and e.status in ('waiting', 'offered') order by e.id"
                    .formatted(column))
        .param("who", who)
        .query(WaitlistStore::entry)
        .list();
  }

  /// Conditions, each with the value it names.
  static final class Filter {
    private final List<String> conditions = new ArrayList<>(List.of("true"));
    private final Map<String, Object> values = new LinkedHashMap<>();

    Filter with(String condition, String name, @Nullable Object value) {
      if (value != null) {
        conditions.add(condition);
        values.put(name, value);
      }
      return this;
    }

    private String where() {
      return " where " + String.join(" and ", conditions);
    }
  }

  List<Entry> list(Filter filter, Paging paging) {
    return jdbc.sql(
            ENTRY + filter.where() + " order by e.created_at, e.id limit :limit offset :skip")
        .params(filter.values)
        .param("limit", paging.limit())
        .param("skip", paging.skip())
        .query(WaitlistStore::entry)
        .list();
  }

  long count(Filter filter) {
    return jdbc.sql("select count(*) from waitlist_entry e" + filter.where())
        .params(filter.values)
        .query(Long.class)
        .single();
  }

  /// A time that is to be offered later.
  record Postponed(UUID id, DoctorId doctor, Span time, List<WaitlistEntryId> passed) {}

  void postpone(Postponed later) {
    jdbc.sql(
            """
            insert into freed_time (id, doctor_id, during, passed)
            values (:id, :doctor, tstzrange(:start, :end), cast(:passed as uuid[]))
            """)
        .param("id", later.id())
        .param("doctor", later.doctor().value())
        .param("start", Sql.time(later.time().startsAt()))
        .param("end", Sql.time(later.time().endsAt()))
        .param("passed", Sql.array(later.passed()))
        .update();
  }

  List<Postponed> postponed(int most) {
    return jdbc.sql(
            """
            select id, doctor_id, lower(during) as starts_at, upper(during) as ends_at, passed
            from freed_time order by id limit :most
            """)
        .param("most", most)
        .query((row, _) ->
            new Postponed(
                row.getObject("id", UUID.class),
                Sql.id(row, "doctor_id", DoctorId::new),
                new Span(Sql.time(row, "starts_at"), Sql.time(row, "ends_at")),
                ids(row)))
        .list();
  }

  /// @return whether it was still there
  boolean take(Postponed later) {
    return jdbc.sql("delete from freed_time where id = :id").param("id", later.id()).update() == 1;
  }

  private static Entry entry(ResultSet row, int number) throws SQLException {
    var offered = Sql.timeOrNull(row, "offer_until");
    return new Entry(
        Sql.id(row, "id", WaitlistEntryId::new),
        Sql.id(row, "doctor_id", DoctorId::new),
        Sql.id(row, "patient_id", PatientId::new),
        Sql.idOrNull(row, "hospital_id", HospitalId::new),
        new Span(Sql.time(row, "from_time"), Sql.time(row, "to_time")),
        Duration.ofMinutes(row.getInt("duration_minutes")),
        AppointmentType.of(row.getString("type")),
        EntryStatus.of(row.getString("status")),
        ids(row),
        offered == null
            ? null
            : new Offer(Sql.time(row, "offer_start"), Sql.time(row, "offer_end"), offered),
        Sql.time(row, "created_at"));
  }

  private static List<WaitlistEntryId> ids(ResultSet row) throws SQLException {
    return Arrays.stream((UUID[]) row.getArray("passed").getArray())
        .map(WaitlistEntryId::new)
        .toList();
  }
}
