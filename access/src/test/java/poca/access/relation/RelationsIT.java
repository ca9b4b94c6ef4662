package poca.access.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static poca.contracts.fact.RelationFact.RelationKind.TREATS;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import poca.access.RealAccess;
import poca.contracts.fact.RelationFact;
import poca.contracts.fact.RelationFact.Relation;
import poca.contracts.fact.RelationFact.RelationChanged;
import poca.platform.web.Refusal;
import poca.testkit.world.Bus;

@RealAccess
class RelationsIT {

  private final UUID doctor = UUID.randomUUID();
  private final UUID patient = UUID.randomUUID();

  @Autowired Relations relations;
  @Autowired PlatformTransactionManager manager;

  @BeforeEach
  void ownerIsThere() {
    TestOwner.AWAY.set(false);
    TestOwner.ASKED.set(0);
  }

  @Test
  void a_told_relation_stands_without_a_question_and_ends_everywhere_when_it_is_revoked() {
    tell(doctor, true, 1);
    soon(() -> assertThat(relations.knownActive(TREATS, doctor, patient)).isTrue());
    assertThat(relations.active(TREATS, doctor, patient)).isTrue();
    assertThat(relations.rights(TREATS, doctor)).containsExactly(patient);
    assertThat(relations.lefts(TREATS, patient)).containsExactly(doctor);
    assertThat(TestOwner.ASKED).hasValue(0);

    tell(doctor, false, 2);
    soon(() ->
        assertThat(TestOwner.ENDED).contains(new Relation(TREATS, doctor, patient, false, 2)));
    assertThat(relations.active(TREATS, doctor, patient)).isFalse();
    assertThat(relations.rights(TREATS, doctor)).isEmpty();
  }

  @Test
  void a_revoke_that_overtakes_its_grant_leaves_no_access() {
    tell(doctor, false, 2);
    soon(() -> assertThat(TestOwner.ENDED).anyMatch(ended -> ended.left().equals(doctor)));
    tell(doctor, true, 1);
    var witness = UUID.randomUUID();
    tell(witness, true, 1);
    soon(() -> assertThat(relations.knownActive(TREATS, witness, patient)).isTrue());

    assertThat(relations.apply(new Relation(TREATS, doctor, patient, true, 1))).isFalse();
    assertThat(relations.apply(new Relation(TREATS, doctor, patient, true, 2))).isFalse();
    assertThat(relations.active(TREATS, doctor, patient)).isFalse();

    assertThat(relations.apply(new Relation(TREATS, doctor, patient, true, 3))).isTrue();
    assertThat(relations.active(TREATS, doctor, patient)).isTrue();
  }

  @Test
  void what_is_not_known_here_is_asked_of_the_owner_once() {
    TestOwner.knows(new Relation(TREATS, doctor, patient, true, 4));

    assertThat(relations.active(TREATS, doctor, patient)).isTrue();
    assertThat(relations.active(TREATS, doctor, patient)).isTrue();
    assertThat(TestOwner.ASKED).hasValue(1);
    assertThat(relations.knownActive(TREATS, doctor, patient)).isTrue();
  }

  @Test
  void what_the_owner_does_not_know_is_no_relation() {
    assertThat(relations.active(TREATS, doctor, patient)).isFalse();
    assertThat(TestOwner.ASKED).hasValue(1);
  }

  @Test
  void an_owner_that_cannot_be_asked_means_unavailable_and_never_access() {
    TestOwner.AWAY.set(true);
    assertThatThrownBy(() -> relations.active(TREATS, doctor, patient)).isInstanceOf(Refusal.class);
  }

  @Test
  void an_owner_that_is_behind_the_copy_changes_nothing() {
    relations.apply(new Relation(TREATS, doctor, patient, false, 5));
    TestOwner.knows(new Relation(TREATS, doctor, patient, true, 4));
    assertThat(relations.active(TREATS, doctor, patient)).isFalse();
  }

  @Test
  void the_owners_answer_is_kept_though_the_caller_reads_only_or_rolls_back() {
    TestOwner.knows(new Relation(TREATS, doctor, patient, true, 1));
    var readOnly = new TransactionTemplate(manager);
    readOnly.setReadOnly(true);
    readOnly.executeWithoutResult(
        _ -> assertThat(relations.active(TREATS, doctor, patient)).isTrue());
    assertThat(relations.knownActive(TREATS, doctor, patient)).isTrue();

    var other = UUID.randomUUID();
    TestOwner.knows(new Relation(TREATS, other, patient, true, 1));
    new TransactionTemplate(manager)
        .executeWithoutResult(status -> {
          assertThat(relations.active(TREATS, other, patient)).isTrue();
          assertThat(relations.rights(TREATS, other)).containsExactly(patient);
          status.setRollbackOnly();
        });
    assertThat(relations.knownActive(TREATS, other, patient)).isTrue();
  }

  @Test
  void callers_who_hold_every_connection_of_the_pool_do_not_wait_for_one_another() {
    var transaction = new TransactionTemplate(manager);
    var all = new java.util.concurrent.CyclicBarrier(12);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var asking =
          IntStream.range(0, 12)
              .mapToObj(_ ->
                  threads.submit(() ->
                      transaction.execute(_ -> {
                        var other = UUID.randomUUID();
                        TestOwner.knows(new Relation(TREATS, other, patient, true, 1));
                        relations.rights(TREATS, other);
                        meet(all);
                        return relations.active(TREATS, other, patient);
                      })))
              .toList();
      for (var answer : asking) {
        await().atMost(Duration.ofSeconds(10)).until(answer::isDone);
        assertThat(answer.resultNow()).isEqualTo(true);
      }
    }
  }

  private static void meet(java.util.concurrent.CyclicBarrier all) {
    try {
      all.await(2, java.util.concurrent.TimeUnit.SECONDS);
    } catch (Exception someDoNotComeWhileThePoolIsSmaller) {
      Thread.currentThread().isInterrupted();
    }
  }

  private void tell(UUID doctor, boolean active, long version) {
    var fact = new RelationChanged(new Relation(TREATS, doctor, patient, active, version), null);
    Bus.tell(RelationFact.TOPIC, fact);
  }

  private static void soon(Runnable assertion) {
    await().atMost(Duration.ofSeconds(30)).untilAsserted(assertion::run);
  }
}
