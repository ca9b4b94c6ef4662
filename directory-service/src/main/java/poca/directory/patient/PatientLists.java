package poca.directory.patient;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import poca.access.audit.Audit;
import poca.access.audit.AuditedAction;
import poca.access.security.AccessDecision;
import poca.access.security.Caller;
import poca.contracts.AccessBasis;
import poca.contracts.DoctorId;
import poca.contracts.HospitalId;
import poca.contracts.PatientId;
import poca.contracts.Role;
import poca.contracts.UserId;
import poca.directory.account.Accounts;
import poca.directory.mapping.CareTeam;
import poca.directory.mapping.RelationType;
import poca.directory.registry.ProfileRegistry;
import poca.directory.registry.ProfileRegistry.Kind;
import poca.platform.sql.Sql;
import poca.platform.web.Paging;
import poca.platform.web.Refusal;

/// Lists patients: all, a doctor's, a hospital's, an account's. Whom a caller may see is part of
/// the statement.
@Component
class PatientLists {

  private static final String ALL = "patient p, (select null::text as relation) m where true";

  private static final String OF_DOCTOR =
      """
      patient p join (select patient_id, null::text as relation from doctor_patient
        where doctor_id = :of and active) m on m.patient_id = p.id where true
      """;

  private static final String OF_HOSPITAL =
      """
      patient p join (select patient_id, null::text as relation from hospital_patient
        where hospital_id = :of and active) m on m.patient_id = p.id where true
      """;

  private static final String OF_USER =
      """
      patient p join (select patient_id, relation from user_patient
        where user_id = :of and active) m on m.patient_id = p.id where true
      """;

  private static final String OF_USER_OWNED_TOO =
      """
      patient p join (
        select patient_id, max(relation) as relation from (
          select patient_id, relation from user_patient where user_id = :of and active
          union all
          select patient_id, null from patient_owner where user_id = :of and active
        ) both_kinds group by patient_id
      ) m on m.patient_id = p.id where true
      """;

  private final JdbcClient jdbc;
  private final ProfileRegistry registry;
  private final CareTeam careTeam;
  private final Accounts accounts;
  private final Audit audit;
  private final Ages ages;

  PatientLists(
      JdbcClient jdbc,
      ProfileRegistry registry,
      CareTeam careTeam,
      Accounts accounts,
      Audit audit,
      Ages ages) {
    this.ages = ages;
    this.jdbc = jdbc;
    this.registry = registry;
    this.careTeam = careTeam;
    this.accounts = accounts;
    this.audit = audit;
  }

  record Item(
      PatientId id,
      String name,
      @Nullable Gender gender,
      @Nullable LocalDate dob,
      @Nullable String contact,
      @Nullable String photo,
      @Nullable RelationType relation,
      @Nullable Integer age,
      @Nullable BigDecimal weight) {}

  record Mini(
      PatientId id,
      String name,
      @Nullable Gender gender,
      @Nullable String contact,
      @Nullable String photo) {}

  /// @param total null behind a cursor
  /// @param nextCursor null at the end
  record Listed(List<Item> patients, @Nullable Long total, @Nullable String nextCursor) {}

  private record Row(Item item, Instant createdAt) {}

  /// All to an admin, to a doctor those it treats.
  @Transactional
  Listed visible(Caller caller, Paging paging) {
    return caller.is(Role.ADMIN)
        ? listed(caller, AccessBasis.ADMIN, "patients", ALL, new UUID(0, 0), paging)
        : listed(caller, AccessBasis.TREATS, "treated", OF_DOCTOR, caller.user().value(), paging);
  }

  /// @throws Refusal 403 before 404: who may not see the list learns nothing
  @Transactional
  Listed of(HospitalId hospital, Caller caller, Paging paging) {
    var basis =
        careTeam
            .running(caller, hospital)
            .doctor(AccessBasis.LINKED, doctor -> careTeam.employs(hospital, doctor))
            .orRefuse();
    registry.require(Kind.HOSPITAL, hospital.value());
    return listed(caller, basis, "hospital", OF_HOSPITAL, hospital.value(), paging);
  }

  @Transactional
  List<Mini> of(DoctorId doctor, Caller caller, Paging paging) {
    registry.require(Kind.DOCTOR, doctor.value());
    var basis = AccessDecision.about(caller).doctor(AccessBasis.SELF, doctor::equals).orRefuse();
    audit.granted(caller, AuditedAction.list("patient"), basis);
    return rows(OF_DOCTOR, doctor.value(), paging.limit(), paging.skip(), null).stream()
        .map(Row::item)
        .map(item -> new Mini(item.id(), item.name(), item.gender(), item.contact(), item.photo()))
        .toList();
  }

  /// The patients that an account is related to.
  Listed relatedTo(UserId user, Caller caller, Paging paging) {
    requireSelfOrAdmin(user, caller);
    var basis = selfOrAdmin(user.value(), caller);
    return listed(caller, basis, "related", OF_USER, user.value(), paging);
  }

  /// The patients that a patient account is related to or owns.
  Listed relatedToOrOwnedBy(UserId user, Caller caller, Paging paging) {
    if (requireSelfOrAdmin(user, caller) != Role.PATIENT) {
      throw Refusal.breaksRule("This user is not a patient");
    }
    var basis = selfOrAdmin(user.value(), caller);
    return listed(caller, basis, "related-or-owned", OF_USER_OWNED_TOO, user.value(), paging);
  }

  private static AccessBasis selfOrAdmin(UUID own, Caller caller) {
    return caller.isSelf(own) ? AccessBasis.SELF : AccessBasis.ADMIN;
  }

  private Role requireSelfOrAdmin(UserId user, Caller caller) {
    if (caller.isSelf(user.value())) {
      return caller.role();
    }
    var account = accounts.find(user).orElseThrow(() -> Refusal.notFound("User"));
    if (!caller.is(Role.ADMIN)) {
      throw Refusal.notAllowed();
    }
    return account.role();
  }

  private Listed listed(
      Caller caller, AccessBasis basis, String name, String from, UUID of, Paging paging) {
    var list = name + ":" + of;
    var after = paging.afterPlace(list).orElse(null);
    audit.granted(caller, AuditedAction.list("patient"), basis);
    var page =
        paging
            .countedPage(
                list,
                rows(from, of, paging.oneMore(), paging.skip(), after),
                row -> List.of(row.createdAt(), row.item().id()),
                () -> count(from, of))
            .map(Row::item);
    return new Listed(page.items(), page.total(), page.nextCursor());
  }

  private long count(String from, UUID of) {
    return jdbc.sql("select count(*) from " + from).param("of", of).query(Long.class).single();
  }

  private List<Row> rows(String from, UUID of, int limit, int skip, Paging.@Nullable Place after) {
    var params = new HashMap<String, Object>();
    params.put("of", of);
    params.put("limit", limit);
    params.put("skip", skip);
    if (after != null) {
      params.put("at", Sql.time(after.at()));
      params.put("id", after.id());
    }
    return jdbc.sql(
            """
            select p.id, p.name, p.gender, p.dob, p.contact, p.photo, m.relation, p.age, p.weight,
              p.created_at
            from
            """
                + from
                + (after == null ? "" : " and (p.created_at, p.id) > (:at, :id)")
                + " order by p.created_at, p.id limit :limit offset :skip")
        .params(params)
        .query((row, _) -> row(row))
        .list();
  }

  private Row row(ResultSet row) throws SQLException {
    var relation = row.getString("relation");
    var dob = row.getObject("dob", LocalDate.class);
    return new Row(
        new Item(
            Sql.id(row, "id", PatientId::new),
            row.getString("name"),
            Gender.ofWire(row.getString("gender")),
            dob,
            row.getString("contact"),
            row.getString("photo"),
            relation == null ? null : RelationType.ofWire(relation),
            ages.of(dob, row.getObject("age", Integer.class)),
            row.getBigDecimal("weight")),
        Sql.time(row, "created_at"));
  }
}
