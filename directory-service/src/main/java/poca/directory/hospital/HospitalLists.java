package poca.directory.hospital;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import poca.access.audit.Audit;
import poca.access.audit.AuditedAction;
import poca.access.security.Caller;
import poca.contracts.DoctorId;
import poca.contracts.HospitalId;
import poca.contracts.PatientId;
import poca.directory.mapping.CareTeam;
import poca.directory.registry.ProfileRegistry;
import poca.directory.registry.ProfileRegistry.Kind;
import poca.platform.sql.Sql;
import poca.platform.web.Paging;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Lists hospitals: all, a doctor's, a patient's.
@Component
class HospitalLists {

  private static final String ITEMS =
      """
      select h.id, h.name, h.address, h.city, h.state, h.country, h.contact, h.specialities
      from hospital h
      """;

  private static final String PAGE = " order by h.created_at, h.id limit :limit offset :skip";

  private static final TypeReference<List<String>> WORDS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final ProfileRegistry registry;
  private final CareTeam careTeam;
  private final Audit audit;
  private final JsonMapper json;

  HospitalLists(
      JdbcClient jdbc, ProfileRegistry registry, CareTeam careTeam, Audit audit, JsonMapper json) {
    this.jdbc = jdbc;
    this.registry = registry;
    this.careTeam = careTeam;
    this.audit = audit;
    this.json = json;
  }

  record Item(
      HospitalId id,
      String name,
      @Nullable String city,
      @Nullable String state,
      @Nullable List<String> specialities) {}

  record Mini(HospitalId id, String name, @Nullable String address, @Nullable String contact) {}

  record Ref(
      HospitalId id,
      String name,
      @Nullable String address,
      @Nullable String city,
      @Nullable String state,
      @Nullable String country,
      @Nullable String contact,
      @Nullable List<String> specialities) {}

  record Listed(List<Item> hospitals, long total) {}

  @Transactional(readOnly = true)
  Listed all(Paging paging) {
    return new Listed(
        page(
            "",
            Map.of(),
            paging,
            (row, _) ->
                new Item(
                    Sql.id(row, "id", HospitalId::new),
                    row.getString("name"),
                    row.getString("city"),
                    row.getString("state"),
                    specialities(row))),
        jdbc.sql("select count(*) from hospital").query(Long.class).single());
  }

  @Transactional(readOnly = true)
  List<Mini> of(DoctorId doctor, Paging paging) {
    registry.require(Kind.DOCTOR, doctor.value());
    return page(
        " join hospital_doctor m on m.hospital_id = h.id and m.doctor_id = :of and m.active",
        Map.of("of", doctor.value()),
        paging,
        (row, _) ->
            new Mini(
                Sql.id(row, "id", HospitalId::new),
                row.getString("name"),
                row.getString("address"),
                row.getString("contact")));
  }

  /// For whoever is responsible for the patient: admin, related account, treating doctor.
  @Transactional
  List<Ref> of(PatientId patient, Caller caller, Paging paging) {
    registry.require(Kind.PATIENT, patient.value());
    var basis = careTeam.caring(caller, patient).orRefuse();
    audit.granted(caller, AuditedAction.list("mapping").of(patient), basis);
    return page(
        " join hospital_patient m on m.hospital_id = h.id and m.patient_id = :of and m.active",
        Map.of("of", patient.value()),
        paging,
        (row, _) ->
            new Ref(
                Sql.id(row, "id", HospitalId::new),
                row.getString("name"),
                row.getString("address"),
                row.getString("city"),
                row.getString("state"),
                row.getString("country"),
                row.getString("contact"),
                specialities(row)));
  }

  private <T> List<T> page(String join, Map<String, ?> params, Paging paging, RowMapper<T> row) {
    return jdbc.sql(ITEMS + join + PAGE)
        .params(params)
        .param("limit", paging.limit())
        .param("skip", paging.skip())
        .query(row)
        .list();
  }

  private @Nullable List<String> specialities(ResultSet row) throws SQLException {
    var text = row.getString("specialities");
    return text == null ? null : json.readValue(text, WORDS);
  }
}
