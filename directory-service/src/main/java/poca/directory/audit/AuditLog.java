package poca.directory.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import poca.access.audit.Audit;
import poca.access.audit.AuditedAction;
import poca.access.audit.EntryColumns;
import poca.access.security.Caller;
import poca.contracts.AccessBasis;
import poca.contracts.PatientId;
import poca.contracts.Role;
import poca.contracts.UserId;
import poca.contracts.fact.AuditFact.Action;
import poca.contracts.fact.AuditFact.AuditEntry;
import poca.contracts.fact.AuditFact.Outcome;
import poca.directory.mapping.CareTeam;
import poca.directory.registry.ProfileRegistry;
import poca.directory.registry.ProfileRegistry.Kind;
import poca.platform.sql.Sql;
import poca.platform.web.Page;
import poca.platform.web.Paging;
import poca.platform.web.Refusal;

/// Shows who did what, to admins all of it, to the people of a patient who had its data (contract
/// 9.1). Oldest first; what is written while a client walks the list is found at its end, but for
/// the seconds that a service's entries may be late.
@Component
class AuditLog {

  private final JdbcClient jdbc;
  private final ProfileRegistry registry;
  private final CareTeam careTeam;
  private final Audit audit;

  AuditLog(JdbcClient jdbc, ProfileRegistry registry, CareTeam careTeam, Audit audit) {
    this.jdbc = jdbc;
    this.registry = registry;
    this.careTeam = careTeam;
    this.audit = audit;
  }

  /// @param from entries of this time on
  /// @param to entries before this time
  record Filter(
      @Nullable PatientId patient,
      @Nullable UserId actor,
      @Nullable String resource,
      @Nullable Outcome outcome,
      @Nullable Instant from,
      @Nullable Instant to) {}

  record Entry(
      UUID id,
      Instant at,
      String service,
      @Nullable UserId actorId,
      @Nullable Role actorRole,
      @Nullable UUID actingAs,
      Action action,
      String resource,
      @Nullable UUID resourceId,
      @Nullable PatientId patientId,
      Outcome outcome,
      String reason,
      @Nullable String requestId) {
    static Entry of(String service, AuditEntry entry) {
      return new Entry(
          entry.id(),
          entry.at(),
          service,
          entry.actor(),
          entry.actorRole(),
          entry.actingAs(),
          entry.action(),
          entry.resource(),
          entry.resourceId(),
          entry.patient(),
          entry.outcome(),
          entry.reason(),
          entry.requestId());
    }
  }

  /// @param actorName null of who has no profile here, or none any more
  record AccessEntry(
      Instant at,
      @Nullable UserId actorId,
      @Nullable String actorName,
      @Nullable Role actorRole,
      Action action,
      String resource,
      String reason) {
    private static AccessEntry of(Row row) {
      var entry = row.entry();
      return new AccessEntry(
          entry.at(),
          entry.actor(),
          row.actorName(),
          entry.actorRole(),
          entry.action(),
          entry.resource(),
          entry.reason());
    }
  }

  @Transactional
  Page<Entry> entries(Caller admin, Filter filter, Paging paging) {
    var found = find("audit", "null::text as actor_name", "", filter, paging);
    audit.granted(admin, AuditedAction.list("audit").of(filter.patient()), AccessBasis.ADMIN);
    return found.map(row -> Entry.of(row.service(), row.entry()));
  }

  /// What was granted; who was refused has seen nothing.
  ///
  /// @throws Refusal 404, or 403 for an account that is not related
  @Transactional
  Page<AccessEntry> accesses(
      Caller caller,
      PatientId patient,
      @Nullable Instant from,
      @Nullable Instant to,
      Paging paging) {
    registry.require(Kind.PATIENT, patient.value());
    var basis = careTeam.responsible(caller, patient).orRefuse();
    var found =
        find(
            "access-log",
            "coalesce(d.name, p.name, h.name) as actor_name",
            """
            left join doctor d on d.id = e.actor
            left join patient p on p.id = e.actor
            left join hospital h on h.id = e.actor
            """,
            new Filter(patient, null, null, Outcome.GRANTED, from, to),
            paging);
    audit.granted(caller, AuditedAction.list("audit").of(patient), basis);
    return found.map(AccessEntry::of);
  }

  private record Row(String service, AuditEntry entry, @Nullable String actorName) {}

  private Page<Row> find(String name, String actorName, String join, Filter filter, Paging paging) {
    var list = name + ":" + filter;
    var conditions = new ArrayList<String>();
    var params = new HashMap<String, Object>();
    where(filter, conditions, params);
    paging
        .afterPlace(list)
        .ifPresent(place -> {
          conditions.add("(e.at, e.id) > (:after_at, :after_id)");
          params.put("after_at", Sql.time(place.at()));
          params.put("after_id", place.id());
        });
    var rows =
        jdbc.sql(
                """
                select e.*, %s from audit_copy e %s where %s
                order by e.at, e.id limit :limit offset :skip
                """
                    .formatted(
                        actorName,
                        join,
                        conditions.isEmpty() ? "true" : String.join(" and ", conditions)))
            .params(params)
            .param("limit", paging.oneMore())
            .param("skip", paging.skip())
            .query((row, _) ->
                new Row(
                    row.getString("service"),
                    EntryColumns.read(row).entry(),
                    row.getString("actor_name")))
            .list();
    return paging.page(list, rows, row -> List.of(row.entry().at(), row.entry().id()));
  }

  private static void where(Filter filter, List<String> conditions, Map<String, Object> params) {
    if (filter.patient() != null) {
      conditions.add("e.patient = :patient");
      params.put("patient", filter.patient().value());
    }
    if (filter.actor() != null) {
      conditions.add("e.actor = :actor");
      params.put("actor", filter.actor().value());
    }
    if (filter.resource() != null) {
      conditions.add("e.resource = :resource");
      params.put("resource", filter.resource());
    }
    if (filter.outcome() != null) {
      // spelt out, so that the index of the refused ones is used
      conditions.add("e.outcome = '%s'".formatted(filter.outcome().wire()));
    }
    if (filter.from() != null) {
      conditions.add("e.at >= :from");
      params.put("from", Sql.time(filter.from()));
    }
    if (filter.to() != null) {
      conditions.add("e.at < :to");
      params.put("to", Sql.time(filter.to()));
    }
  }
}
