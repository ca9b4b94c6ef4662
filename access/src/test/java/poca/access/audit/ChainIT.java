package poca.access.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import poca.access.RealAccess;
import poca.access.audit.AuditStore.Tip;
import poca.access.audit.ProofResult.Bad;
import poca.access.audit.ProofResult.Witness;
import poca.access.audit.ProofResult.Wrong;
import poca.contracts.AccessBasis;
import poca.contracts.PatientId;
import poca.contracts.Role;
import poca.contracts.UserId;
import poca.platform.event.Outbox;
import poca.platform.web.Refusal;

@RealAccess
class ChainIT {

  private final Actor doctor = Actor.of(new UserId(UUID.randomUUID()), Role.DOCTOR);
  private final PatientId patient = new PatientId(UUID.randomUUID());
  private final UUID thing = UUID.randomUUID();

  @Autowired Audit audit;
  @Autowired AuditStore store;
  @Autowired AuditHashes seals;
  @Autowired Outbox outbox;
  @Autowired Clock clock;
  @Autowired JdbcClient jdbc;
  @Autowired PlatformTransactionManager manager;
  private TransactionTemplate transaction = new TransactionTemplate();

  @BeforeEach
  void transactions() {
    transaction = new TransactionTemplate(manager);
  }

  @BeforeEach
  void atLeastSixRowsAreSealed() {
    for (var i = 0; i < 6; i++) {
      audit.granted(doctor, AuditedAction.read("thing", thing).of(patient), AccessBasis.TREATS);
    }
    sealed();
  }

  // --- sealing

  @Test
  void two_sealers_and_many_writers_make_one_chain_without_a_gap() throws Exception {
    var before = store.tip().position();
    try (var pool = Executors.newFixedThreadPool(8)) {
      var work =
          IntStream.range(0, 8)
              .mapToObj(n ->
                  pool.submit(() -> {
                    for (var i = 0; i < 50; i++) {
                      if (n < 6) {
                        audit.granted(
                            doctor, AuditedAction.read("thing", thing), AccessBasis.TREATS);
                      } else {
                        sealer().sealed();
                      }
                    }
                  }))
              .toList();
      for (var each : work) {
        each.get();
      }
    }
    sealed();

    assertThat(store.tip().position()).isEqualTo(before + 300);
    assertThat(proof(Optional.empty()).verify().bad()).isNull();
  }

  @Test
  void what_is_sealed_is_told_and_the_witness_remembers_how_far() {
    sealed();
    var tip = store.tip();
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(store.witnessed("it")).contains(tip));

    store.witness("it", new Tip(1, "0".repeat(64)));
    assertThat(store.witnessed("it")).contains(tip);
  }

  @Test
  void the_chain_can_only_grow() {
    assertThatThrownBy(() -> jdbc.sql("update audit_entry set reason = 'x'").update())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("append-only");
    assertThatThrownBy(() -> jdbc.sql("delete from audit_checkpoint").update())
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> jdbc.sql("truncate audit_entry").update())
        .isInstanceOf(DataAccessException.class);
  }

  // --- proving

  @Test
  void an_untouched_chain_is_proved_to_its_end() {
    var tip = store.tip();

    assertThat(proof(Optional.of(tip)).verify())
        .isEqualTo(new ProofResult("it", tip.position(), null, Witness.ASKED));
  }

  @Test
  void without_its_witness_the_proof_says_so() {
    assertThat(proof(Optional.empty()).verify().witness()).isEqualTo(Witness.SILENT);
    var alone =
        new AuditProof(
            store,
            seals,
            transaction,
            () -> {
              throw Refusal.unavailable();
            },
            "it");
    assertThat(alone.verify().witness()).isEqualTo(Witness.OUT_OF_REACH);
  }

  @Test
  void a_changed_row_is_named() {
    var row = store.tip().position() - 2;
    assertThat(after("update audit_entry set reason = 'admin' where position = " + row))
        .isEqualTo(new Bad(Wrong.FORGED, row, id(row)));
    assertThat(after("update audit_entry set patient = null where position = " + row))
        .isEqualTo(new Bad(Wrong.FORGED, row, id(row)));
    assertThat(
            after("update audit_entry set at = at - interval '1 second' where position = " + row))
        .isEqualTo(new Bad(Wrong.FORGED, row, id(row)));
  }

  @Test
  void a_removed_row_is_named() {
    var row = store.tip().position() - 2;
    assertThat(after("delete from audit_entry where position = " + row))
        .isEqualTo(new Bad(Wrong.MISSING, row, null));
  }

  @Test
  void a_cut_tail_is_named_even_with_its_checkpoints() {
    var row = store.tip().position() - 2;
    assertThat(after("delete from audit_entry where position >= " + row))
        .isEqualTo(new Bad(Wrong.CUT, row, null));
    assertThat(
            after(
                "delete from audit_entry where position >= 2",
                "delete from audit_checkpoint where position >= 2",
                "delete from audit_entry where position = 1",
                "delete from audit_checkpoint"))
        .isEqualTo(new Bad(Wrong.CUT, 1, null));
  }

  @Test
  void an_appended_row_is_named() {
    var next = store.tip().position() + 1;
    assertThat(
            after(
                """
                insert into audit_entry select position + 1, gen_random_uuid(), at, actor,
                  actor_role, acting_as, action, resource, resource_id, patient, outcome, reason,
                  request_id, seal, link from audit_entry order by position desc limit 1\
                """))
        .satisfies(bad -> assertThat(bad.wrong()).isEqualTo(Wrong.FORGED))
        .satisfies(bad -> assertThat(bad.position()).isEqualTo(next));
  }

  @Test
  void a_row_that_was_planted_to_be_sealed_is_left_out_of_the_chain_and_named() {
    var planted = UUID.randomUUID();
    transaction.executeWithoutResult(status -> {
      jdbc.sql(
              """
              insert into audit_pending (id, at, action, resource, outcome, reason, seal)
              values (:id, now(), 'read', 'thing', 'granted', 'admin', 'deadbeef')
              """)
          .param("id", planted)
          .update();
      sealer().sealed();

      assertThat(proof(Optional.of(store.tip())).verify().bad())
          .isEqualTo(new Bad(Wrong.FORGED, 0, planted));
      status.setRollbackOnly();
    });
  }

  @Test
  void a_chain_that_was_made_anew_without_a_row_contradicts_its_checkpoints_or_its_witness() {
    var told = Optional.of(store.tip());
    transaction.executeWithoutResult(status -> {
      tamper("delete from audit_entry where position = 3");
      relinkFrom(3);
      assertThat(proof(told).verify().bad())
          .isNotNull()
          .satisfies(bad -> assertThat(bad.wrong()).isIn(Wrong.REWRITTEN, Wrong.CUT));

      tamper("delete from audit_checkpoint where position >= 3");
      assertThat(proof(told).verify().bad())
          .isNotNull()
          .satisfies(bad -> assertThat(bad.wrong()).isIn(Wrong.REWRITTEN, Wrong.CUT));
      status.setRollbackOnly();
    });
  }

  /// What somebody can do who has the tables and not the key.
  private void relinkFrom(long position) {
    tamper("update audit_entry set position = -position where position > " + position);
    tamper("update audit_entry set position = -position - 1 where position < 0");
    var before = store.link(position - 1).orElseThrow();
    try (var chain = store.chain()) {
      for (var row : chain.filter(linked -> linked.position() >= position).toList()) {
        before = AuditHashes.link(before, row.row());
        tamper(
            "update audit_entry set link = '%s' where position = %d"
                .formatted(before, row.position()));
      }
    }
  }

  /// What the proof says after these statements, which are then taken back.
  private Bad after(String... statements) {
    var told = Optional.of(store.tip());
    var bad =
        transaction.execute(status -> {
          for (var statement : statements) {
            tamper(statement);
          }
          status.setRollbackOnly();
          return Optional.ofNullable(proof(told).verify().bad());
        });
    assertThat(bad).isNotNull();
    return bad.orElseThrow();
  }

  private void tamper(String statement) {
    jdbc.sql("alter table audit_entry disable trigger append_only").update();
    jdbc.sql("alter table audit_checkpoint disable trigger append_only").update();
    jdbc.sql(statement).update();
  }

  private UUID id(long position) {
    return jdbc.sql("select id from audit_entry where position = :position")
        .param("position", position)
        .query(UUID.class)
        .single();
  }

  private Sealer sealer() {
    return new Sealer(store, seals, outbox, transaction, clock, "it");
  }

  private AuditProof proof(Optional<Tip> remembered) {
    return new AuditProof(store, seals, transaction, () -> remembered, "it");
  }

  /// Everything written so far is in the chain, whichever sealer took it.
  private void sealed() {
    await()
        .atMost(Duration.ofSeconds(10))
        .pollInterval(Duration.ofMillis(20))
        .untilAsserted(() ->
            assertThat(
                    jdbc.sql("select count(*) from audit_pending where not forged")
                        .query(Long.class)
                        .single())
                .isZero());
  }
}
