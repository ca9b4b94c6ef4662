package poca.records.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import poca.contracts.ChatId;
import poca.contracts.DoctorId;
import poca.contracts.DocumentId;
import poca.contracts.MessageId;
import poca.contracts.PatientId;
import poca.contracts.fact.ChatFact;
import poca.contracts.fact.ChatFact.ChatDeleted;
import poca.contracts.fact.MessageFact;
import poca.contracts.fact.MessageFact.MessageSent;
import poca.recordstest.RealRecords;
import poca.recordstest.Samples;
import poca.recordstest.Surroundings;
import poca.recordstest.World;
import poca.testkit.world.Bus;

@RealRecords
class FactsIT {

  @Autowired World world;
  @Autowired JdbcClient jdbc;

  @AfterEach
  void back() {
    Surroundings.NEIGHBOURS.chatIsAway(false);
  }

  @Test
  void a_message_confirms_its_file_and_a_deleted_chat_closes_it_even_if_the_message_comes_later() {
    var pair = world.pair();
    var handed =
        world.handOver(pair.patient(), "a.pdf", new ByteArrayInputStream(Samples.pdf(1000)));
    var id = UUID.fromString(handed.body().path("id").asString());
    var chat = new ChatId(UUID.randomUUID());
    var sent =
        new MessageSent(
            chat,
            new DoctorId(pair.doctor().id()),
            new PatientId(pair.patient().id()),
            new MessageId(UUID.randomUUID()),
            1,
            false,
            new DocumentId(id),
            null,
            Instant.now());
    Surroundings.NEIGHBOURS.chatIsAway(true); // nobody to ask: only the fact can tell
    tell(sent);
    tell(sent);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> assertThat(world.get(pair.doctor(), "/documents/" + id).status()).isEqualTo(200));

    Surroundings.NEIGHBOURS.chatIsAway(false);
    Bus.tell(
        ChatFact.TOPIC,
        new ChatDeleted(
            chat, new DoctorId(pair.doctor().id()), new PatientId(pair.patient().id()), 2));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> assertThat(world.get(pair.doctor(), "/documents/" + id).status()).isEqualTo(404));
    tell(sent);
    // a fact behind it on the same key shows that it was heard
    var other =
        world.handOver(pair.patient(), "b.pdf", new ByteArrayInputStream(Samples.pdf(1000)));
    var second = UUID.fromString(other.body().path("id").asString());
    tell(
        new MessageSent(
            chat,
            sent.doctor(),
            sent.patient(),
            new MessageId(UUID.randomUUID()),
            2,
            false,
            new DocumentId(second),
            null,
            Instant.now()));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() ->
            assertThat(
                    jdbc.sql("select status from document where id = :id")
                        .param("id", second)
                        .query(String.class)
                        .single())
                .isEqualTo("available"));
    assertThat(world.get(pair.doctor(), "/documents/" + id).status()).isEqualTo(404);
  }

  private void tell(MessageSent sent) {
    Bus.tell(MessageFact.TOPIC, sent);
  }
}
