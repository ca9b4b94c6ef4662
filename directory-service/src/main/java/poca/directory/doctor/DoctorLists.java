package poca.directory.doctor;

import java.sql.ResultSet;
import java.sql.SQLException;
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
import poca.access.security.Caller;
import poca.contracts.ChatId;
import poca.contracts.DoctorId;
import poca.contracts.HospitalId;
import poca.contracts.PatientId;
import poca.contracts.Role;
import poca.directory.mapping.CareTeam;
import poca.directory.registry.ProfileRegistry;
import poca.directory.registry.ProfileRegistry.Kind;
import poca.platform.sql.Sql;
import poca.platform.web.Paging;

/// Lists doctors, to patients with the chat that they have with each.
@Component
class DoctorLists {

  private static final String ITEMS =
      """
      select d.id, d.name, d.designation, d.experience, d.photo, d.contact, c.chat_id, c.active
      from doctor d
      left join lateral (
        select chat_id, active from doctor_chat
        where doctor_id = d.id and patient_id = :patient and not deleted
        order by chat_id desc limit 1
      ) c on true
      """;

  private static final String PAGE = " order by d.created_at, d.id limit :limit offset :skip";

  private static final String IN_HOSPITAL =
      " join hospital_doctor m on m.doctor_id = d.id and m.hospital_id = :of and m.active";

  private static final String OF_PATIENT =
      " join doctor_patient m on m.doctor_id = d.id and m.patient_id = :of and m.active";

  private final JdbcClient jdbc;
  private final ProfileRegistry registry;
  private final CareTeam careTeam;
  private final Audit audit;

  DoctorLists(JdbcClient jdbc, ProfileRegistry registry, CareTeam careTeam, Audit audit) {
    this.jdbc = jdbc;
    this.registry = registry;
    this.careTeam = careTeam;
    this.audit = audit;
  }

  /// @param chatId the chat of the doctor and the calling patient
  record Item(
      DoctorId id,
      String name,
      @Nullable String designation,
      @Nullable Integer experience,
      @Nullable String photo,
      @Nullable ChatId chatId,
      @Nullable Boolean isActiveChat) {}

  record Ref(
      DoctorId id,
      String name,
      @Nullable String designation,
      @Nullable Integer experience,
      @Nullable String photo,
      @Nullable String contact) {}

  record Listed(List<Item> doctors, long total) {}

  @Transactional(readOnly = true)
  Listed all(Caller caller, Paging paging) {
    return listed("", null, caller, paging);
  }

  @Transactional(readOnly = true)
  Listed of(HospitalId hospital, Caller caller, Paging paging) {
    registry.require(Kind.HOSPITAL, hospital.value());
    return listed(IN_HOSPITAL, hospital.value(), caller, paging);
  }

  /// For whoever is responsible for the patient: admin, related account, treating doctor.
  @Transactional
  List<Ref> of(PatientId patient, Caller caller, Paging paging) {
    registry.require(Kind.PATIENT, patient.value());
    var basis = careTeam.caring(caller, patient).orRefuse();
    audit.granted(caller, AuditedAction.list("mapping").of(patient), basis);
    return jdbc.sql(ITEMS + OF_PATIENT + PAGE)
        .params(params(patient.value(), caller, paging))
        .query((row, _) ->
            new Ref(
                Sql.id(row, "id", DoctorId::new),
                row.getString("name"),
                row.getString("designation"),
                row.getObject("experience", Integer.class),
                row.getString("photo"),
                row.getString("contact")))
        .list();
  }

  private Listed listed(String join, @Nullable UUID of, Caller caller, Paging paging) {
    var params = params(of, caller, paging);
    return new Listed(
        jdbc.sql(ITEMS + join + PAGE).params(params).query((row, _) -> item(row)).list(),
        jdbc.sql("select count(*) from doctor d" + join).params(params).query(Long.class).single());
  }

  private static Map<String, ?> params(@Nullable UUID of, Caller caller, Paging paging) {
    var params = new HashMap<String, @Nullable Object>();
    params.put("of", of);
    params.put("patient", caller.is(Role.PATIENT) ? caller.user().value() : NOBODY);
    params.put("limit", paging.limit());
    params.put("skip", paging.skip());
    return params;
  }

  private static final UUID NOBODY = new UUID(0, 0);

  private static Item item(ResultSet row) throws SQLException {
    var chat = row.getObject("chat_id", UUID.class);
    return new Item(
        Sql.id(row, "id", DoctorId::new),
        row.getString("name"),
        row.getString("designation"),
        row.getObject("experience", Integer.class),
        row.getString("photo"),
        chat == null ? null : new ChatId(chat),
        row.getObject("active", Boolean.class));
  }
}
