package poca.access.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import poca.access.RealAccess;
import poca.contracts.AccessBasis;
import poca.contracts.ErrorCode;
import poca.contracts.PatientId;
import poca.contracts.Role;
import poca.contracts.UserId;
import poca.contracts.fact.SessionFact;
import poca.contracts.fact.SessionFact.AccountBarred;
import poca.platform.web.Refusal;

/// What is written before it is in the chain.
@RealAccess
class AuditIT {

  private final UserId user = new UserId(UUID.randomUUID());
  private final Actor doctor = Actor.of(user, Role.DOCTOR);
  private final PatientId patient = new PatientId(UUID.randomUUID());
  private final UUID thing = UUID.randomUUID();

  @Autowired Audit audit;
  @Autowired JdbcClient jdbc;
  @Autowired RefusalAuditor refusals;
  @Autowired PlatformTransactionManager manager;
  private TransactionTemplate transaction = new TransactionTemplate();

  @BeforeEach
  void transactions() {
    transaction = new TransactionTemplate(manager);
  }

  @Test
  void a_granted_deed_and_its_row_commit_together_or_not_at_all() {
    var auditedAction = AuditedAction.create("thing", UUID.randomUUID());
    transaction.executeWithoutResult(status -> {
      audit.granted(doctor, auditedAction, AccessBasis.TREATS);
      status.setRollbackOnly();
    });
    assertThat(rows(auditedAction.id())).isEmpty();

    transaction.executeWithoutResult(_ -> audit.granted(doctor, auditedAction, AccessBasis.TREATS));
    assertThat(rows(auditedAction.id()))
        .singleElement()
        .satisfies(row ->
            assertThat(row)
                .containsEntry("actor", user.value())
                .containsEntry("actor_role", "doctor")
                .containsEntry("action", "create")
                .containsEntry("resource", "thing")
                .containsEntry("outcome", "granted")
                .containsEntry("reason", "treats"));
  }

  @Test
  void a_use_its_row_and_what_is_told_of_it_commit_together_or_not_at_all() {
    var failed = AuditedAction.create("thing", UUID.randomUUID());
    var undone = AuditedAction.create("thing", UUID.randomUUID());
    var done = AuditedAction.create("thing", UUID.randomUUID());
    var told = factsTold();

    assertThatThrownBy(() ->
            audit.executeWithoutResult(use -> {
              barred(use, failed);
              throw Refusal.notFound("Thing");
            }))
        .isInstanceOf(Refusal.class);
    audit.executeWithoutResult(use -> {
      barred(use, undone);
      use.undo();
    });
    assertThat(rows(failed.id())).isEmpty();
    assertThat(rows(undone.id())).isEmpty();
    assertThat(factsTold()).isEqualTo(told);

    assertThat(
            audit.<UUID>execute(use -> {
              barred(use, done);
              return thing;
            }))
        .isEqualTo(thing);
    assertThat(rows(done.id())).hasSize(1);
    assertThat(factsTold()).isEqualTo(told + 1);
  }

  private void barred(Audit.Use use, AuditedAction auditedAction) {
    use.granted(doctor, auditedAction, AccessBasis.TREATS);
    use.tell(SessionFact.TOPIC, new AccountBarred(user, use.now()));
  }

  private long factsTold() {
    return jdbc.sql("select count(*) from outbox where topic = :topic")
        .param("topic", SessionFact.TOPIC.name())
        .query(Long.class)
        .single();
  }

  @Test
  void a_refusal_leaves_a_row() {
    var auditedAction = AuditedAction.delete("thing", UUID.randomUUID()).of(patient);
    audit.refused(doctor, auditedAction, ErrorCode.AUTH_004);

    assertThat(rows(auditedAction.id()))
        .singleElement()
        .satisfies(row ->
            assertThat(row)
                .containsEntry("patient", patient.value())
                .containsEntry("outcome", "refused")
                .containsEntry("reason", "AUTH_004"));
  }

  @Test
  void no_row_takes_a_second_connection_while_its_caller_holds_one() {
    var auditedAction = AuditedAction.read("thing", UUID.randomUUID());
    var reading = new TransactionTemplate(manager);
    reading.setReadOnly(true);

    assertThatThrownBy(() ->
            reading.executeWithoutResult(
                _ -> audit.granted(doctor, auditedAction, AccessBasis.TREATS)))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() ->
            transaction.executeWithoutResult(
                _ -> audit.refused(doctor, auditedAction, ErrorCode.AUTH_004)))
        .isInstanceOf(IllegalStateException.class);
    assertThat(rows(auditedAction.id())).isEmpty();
  }

  static class Things {
    @Audited("thing")
    public void use() {}

    public void look() {}

    @Audited(value = "thing", refusedOnly = true)
    public void ask() {}
  }

  @Test
  void a_refusal_of_an_audited_route_leaves_a_row_and_others_do_not() throws Exception {
    var id = UUID.randomUUID();
    for (var refusal :
        List.of(
            Refusal.notAllowed(),
            Refusal.notFound("Thing"),
            Refusal.alreadyExists("x"),
            Refusal.invalid("body", "f", "missing", "m"),
            Refusal.unavailable())) {
      refusals.refused(request("PUT", "use", id), refusal);
      refusals.refused(request("PUT", "look", id), refusal);
    }

    assertThat(rows(id))
        .extracting(row -> row.get("action") + " " + row.get("reason"))
        .containsExactlyInAnyOrder("update AUTH_004", "update RES_001");
    assertThat(rows(id)).allMatch(row -> patient.value().equals(row.get("patient")));
  }

  @Test
  void a_success_that_left_no_row_is_missed() throws Exception {
    var missed = new int[1];
    var watching = new RefusalAuditor(audit, () -> missed[0]++);
    var silent = request("GET", "use", thing);
    watching.afterCompletion(silent, new MockHttpServletResponse(), handler("use"), null);
    assertThat(missed[0]).isEqualTo(1);

    var recorded = request("GET", "use", thing);
    recorded.setAttribute(Audit.WRITTEN, true);
    watching.afterCompletion(recorded, new MockHttpServletResponse(), handler("use"), null);
    watching.afterCompletion(
        request("GET", "look", thing), new MockHttpServletResponse(), handler("look"), null);
    watching.afterCompletion(
        request("GET", "ask", thing), new MockHttpServletResponse(), handler("ask"), null);
    assertThat(missed[0]).isEqualTo(1);
  }

  @Test
  void a_refusal_shows_under_the_patient_whom_the_request_turned_out_to_concern() {
    var auditedAction = AuditedAction.read("thing", UUID.randomUUID());
    var request = new MockHttpServletRequest("GET", "/x");
    RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    try {
      audit.concerns(patient);
      audit.refused(doctor, auditedAction, Refusal.notAllowed());
    } finally {
      RequestContextHolder.resetRequestAttributes();
    }

    assertThat(rows(auditedAction.id()))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("patient", patient.value()));
  }

  private MockHttpServletRequest request(String method, String handler, UUID id) throws Exception {
    var request = new MockHttpServletRequest(method, "/x");
    request.setAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE, handler(handler));
    var variables = new LinkedHashMap<String, String>();
    variables.put("patientId", patient.toString());
    variables.put("thingId", id.toString());
    request.setAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, variables);
    return request;
  }

  private static HandlerMethod handler(String name) throws Exception {
    return new HandlerMethod(new Things(), Things.class.getMethod(name));
  }

  private List<Map<String, @Nullable Object>> rows(@Nullable UUID resource) {
    var columns = "actor, actor_role, action, resource, patient, outcome, reason";
    return jdbc.sql(
            "select %s from audit_pending where resource_id = :id union all select %s from audit_entry where resource_id = :id"
                .formatted(columns, columns))
        .param("id", resource)
        .query()
        .listOfRows();
  }
}
