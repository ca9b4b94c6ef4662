package poca.chat.stream;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import poca.access.relation.CareTeam;
import poca.contracts.PatientId;
import poca.contracts.Role;
import poca.contracts.UserId;
import poca.contracts.fact.EventFact.Reached;
import poca.platform.sql.Sql;

/// Keeps the events of each account. Their places are given by the rows of `event_stream`.
@Repository
class EventStore {

  private final JdbcClient jdbc;

  EventStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Keeps apart, until the transaction ends, who stores events of a patient and who hands a new
  /// account those that it missed. Those who store do not wait for each other.
  void lock(PatientId patient, boolean alone) {
    jdbc.sql(
            alone
                ? "select pg_advisory_xact_lock(:key)"
                : "select pg_advisory_xact_lock_shared(:key)")
        .param("key", patient.value().getLeastSignificantBits())
        .query((_, _) -> true)
        .single();
  }

  /// Puts it at the end of the stream of everybody who is to be told and was not yet. Streams are
  /// locked in the order of the accounts.
  ///
  /// @return how far their streams have come
  List<Reached> append(Occurrence happened, Instant now) {
    var about = happened.about();
    var audience = happened.audience();
    return jdbc.sql(
            """
            with told as (
              select unnest(cast(:accounts as uuid[])) as account_id
              union select cast(:patientSide as uuid)
              union select left_id from relation
                where kind in ('related', 'owns-patient') and right_id = :patientSide and active
              union select cast(:hospitalSide as uuid)
              union select left_id from relation
                where kind = 'owns-hospital' and right_id = :hospitalSide and active
            ), place as (
              insert into event_stream as s (account_id, last_id)
              select account_id, 1 from told
              where account_id is not null and not exists (
                select from event e where e.account_id = told.account_id and e.source = :source)
              order by account_id
              on conflict (account_id) do update set last_id = s.last_id + 1
              returning account_id, last_id
            )
            insert into event (account_id, id, source, type, at, subject_id, chat_id, doctor_id,
              patient_id, hospital_id, stored_at)
            select account_id, last_id, :source, :type, :at, cast(:subject as uuid),
              cast(:chat as uuid), cast(:doctor as uuid), cast(:patient as uuid),
              cast(:hospital as uuid), :now
            from place
            returning account_id, id
            """)
        .param("accounts", Sql.array(audience.accounts()))
        .param("patientSide", audience.patient() == null ? null : audience.patient().value())
        .param("hospitalSide", audience.hospital() == null ? null : audience.hospital().value())
        .param("source", happened.source())
        .param("type", happened.type().wire())
        .param("at", Sql.time(happened.at()))
        .param("subject", happened.subject())
        .param("chat", about.chat() == null ? null : about.chat().value())
        .param("doctor", about.doctor() == null ? null : about.doctor().value())
        .param("patient", about.patient() == null ? null : about.patient().value())
        .param("hospital", about.hospital() == null ? null : about.hospital().value())
        .param("now", Sql.time(now))
        .query(EventStore::reached)
        .list();
  }

  /// Hands an account what the patient's side was told since then, and it was not.
  List<Reached> catchUp(UserId account, PatientId patient, Instant since, Instant now) {
    return jdbc.sql(
            """
            with missed as (
              select distinct on (e.source) e.* from event e
              where e.patient_id = :patient and e.at >= :since
                and e.type not in ('access.ended', 'ai.urgency')
                and not exists (
                  select from event h where h.account_id = :account and h.source = e.source)
              order by e.source
            ), place as (
              insert into event_stream as s (account_id, last_id)
              select :account, count(*) from missed having count(*) > 0
              on conflict (account_id) do update set last_id = s.last_id + excluded.last_id
              returning last_id
            )
            insert into event (account_id, id, source, type, at, subject_id, chat_id, doctor_id,
              patient_id, hospital_id, stored_at)
            select :account, place.last_id + 1 - row_number() over (order by at desc, source desc),
              source, type, at, subject_id, chat_id, doctor_id, patient_id, hospital_id, :now
            from missed cross join place
            returning account_id, id
            """)
        .param("account", account.value())
        .param("patient", patient.value())
        .param("since", Sql.time(since))
        .param("now", Sql.time(now))
        .query(EventStore::reached)
        .list();
  }

  private static Reached reached(ResultSet row, int number) throws SQLException {
    return new Reached(Sql.id(row, "account_id", UserId::new), row.getLong("id"));
  }

  /// @param goneTo up to here nothing is kept
  /// @param last the newest place that was given
  record Bounds(long goneTo, long last) {}

  Bounds bounds(UserId account) {
    return jdbc.sql("select gone_to, last_id from event_stream where account_id = :account")
        .param("account", account.value())
        .query((row, _) -> new Bounds(row.getLong("gone_to"), row.getLong("last_id")))
        .optional()
        .orElse(new Bounds(0, 0));
  }

  /// How far the streams of these accounts have come.
  List<Reached> reached(Collection<UserId> accounts) {
    return jdbc.sql(
            """
            select account_id, last_id as id from event_stream
            where account_id = any(cast(:accounts as uuid[]))
            """)
        .param("accounts", Sql.array(accounts))
        .query(EventStore::reached)
        .list();
  }

  /// An event, or the place of one that the account may not see.
  ///
  /// @param event null if the account may not see what it is about now
  record Place(long id, @Nullable StreamEvent event) {}

  /// Ascending, from the one behind `id`.
  List<Place> after(UserId account, Role role, long id, int limit) {
    return jdbc.sql(
            """
            select e.id, e.type, e.at, e.subject_id, e.chat_id, e.doctor_id, e.patient_id,
              e.hospital_id,
              e.type = 'access.ended' or (
                (e.chat_id is null or exists (select from chat c where c.id = e.chat_id)) and
            """
                + mayBeSeen(role)
                + """
                ) as visible
                from event e where e.account_id = :account and e.id > :id order by e.id limit :limit
                """)
        .param("account", account.value())
        .param("id", id)
        .param("limit", limit)
        .query(EventStore::place)
        .list();
  }

  /// What section 2.3 of the contract says of the objects that events are about.
  private static String mayBeSeen(Role role) {
    return switch (role) {
      case DOCTOR -> "e.doctor_id = :account";
      case PATIENT -> "e.patient_id in (" + CareTeam.PATIENTS_OF_ACCOUNT + ")";
      case HOSPITAL ->
          """
          e.hospital_id in (select cast(:account as uuid) union all
            select right_id from relation
            where kind = 'owns-hospital' and left_id = :account and active)
          """;
      case ADMIN -> "false";
    };
  }

  private static Place place(ResultSet row, int number) throws SQLException {
    var id = row.getLong("id");
    if (!row.getBoolean("visible")) {
      return new Place(id, null);
    }
    var type = EventType.of(row.getString("type"));
    var data = new LinkedHashMap<String, UUID>();
    if (type.subject() != null) {
      data.put(type.subject(), row.getObject("subject_id", UUID.class));
    }
    for (var party : List.of("chat_id", "doctor_id", "patient_id", "hospital_id")) {
      var about = row.getObject(party, UUID.class);
      if (about != null) {
        data.put(party, about);
      }
    }
    return new Place(id, new StreamEvent(id, type.wire(), Sql.time(row, "at"), data));
  }

  /// Forgets what was stored before then, of some accounts at a time.
  ///
  /// @return how many accounts there were
  int forget(Instant before, int accounts) {
    return jdbc.sql(
            """
            with old as (
              select account_id, max(id) as id from event where stored_at < :before
              group by account_id order by account_id limit :accounts
            ), held as (
              select s.account_id, old.id from event_stream s join old using (account_id)
              order by s.account_id for update of s
            ), marked as (
              update event_stream s set gone_to = held.id from held
              where s.account_id = held.account_id
            ), gone as (
              delete from event e using old where e.account_id = old.account_id and e.id <= old.id
            )
            select count(*) from held
            """)
        .param("before", Sql.time(before))
        .param("accounts", accounts)
        .query(Integer.class)
        .single();
  }
}
