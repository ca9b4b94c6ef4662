package poca.ai.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.web.socket.WebSocketSession;
import poca.ai.careteam.Party;
import poca.ai.session.AiSession;
import poca.ai.session.Entry;
import poca.contracts.AiSessionId;
import poca.contracts.ChatId;
import poca.contracts.DoctorId;
import poca.contracts.Ground;
import poca.contracts.PatientId;
import poca.contracts.Role;
import poca.contracts.SessionId;
import poca.contracts.UserId;
import poca.platform.security.Caller;

class TurnsUnderWayTest {

  private final TurnsUnderWay live = new TurnsUnderWay(new SimpleMeterRegistry());

  @Test
  void a_socket_that_is_gone_before_it_joined_is_not_kept() {
    live.start();
    var socket = socket();
    socket.end(Endings.FAILED);
    live.leave(socket);
    live.join(socket);
    assertThat(live.sockets()).isEmpty();
  }

  @Test
  void who_stops_waits_for_the_turns_and_begins_none() throws Exception {
    live.start();
    assertThat(live.beginTurn()).isTrue();
    var stopping = Thread.ofPlatform().start(live::stop);
    await().until(() -> stopping.getState() == Thread.State.TIMED_WAITING);
    live.endTurn();
    assertThat(stopping.join(Duration.ofSeconds(5))).isTrue();
    assertThat(live.beginTurn()).isFalse();
  }

  private static Socket socket() {
    return socket(
        (WebSocketSession)
            Proxy.newProxyInstance(
                TurnsUnderWayTest.class.getClassLoader(),
                new Class<?>[] {WebSocketSession.class},
                (_, _, _) -> null));
  }

  /// Of some doctor.
  static Socket socket(WebSocketSession session) {
    var doctor = UUID.randomUUID();
    var party =
        new Party(
            new ChatId(UUID.randomUUID()), new DoctorId(doctor), new PatientId(UUID.randomUUID()));
    var interview =
        AiSession.begun(new AiSessionId(UUID.randomUUID()), party, Instant.EPOCH, "builtin");
    var caller =
        new Caller(
            new UserId(doctor), Role.DOCTOR, new SessionId(UUID.randomUUID()), doctor, "token");
    return new Socket(
        session, new SessionParticipant(caller, new Entry(interview, Ground.PARTY), Instant.MAX, false));
  }
}
