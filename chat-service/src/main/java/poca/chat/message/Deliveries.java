package poca.chat.message;

import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import poca.chat.careteam.Side;
import poca.contracts.ChatId;
import poca.platform.sql.Sql;

/// Keeps each side's delivered watermark. Reading must not become a write of its own, so marks are
/// collected here and written four times a second in one statement; until then they are answered
/// from here.
@Component
public class Deliveries {

  private static final Logger log = LoggerFactory.getLogger(Deliveries.class);

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Map<Place, Long> unwritten = new ConcurrentHashMap<>();
  private final ReentrantLock writing = new ReentrantLock();

  Deliveries(JdbcClient jdbc, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.events = events;
  }

  /// Published on the instance where it was written: how far a side has come is another.
  public record ProgressMade(Set<ChatId> chats) {}

  private record Place(ChatId chat, Side side) {}

  /// The side has been handed the chat's messages up to `seq`.
  public void handed(ChatId chat, Side side, long seq) {
    unwritten.merge(new Place(chat, side), seq, Math::max);
  }

  /// The watermark, given what the table says.
  public long delivered(ChatId chat, Side side, long written) {
    return Math.max(written, unwritten.getOrDefault(new Place(chat, side), 0L));
  }

  @Scheduled(fixedRate = 250, timeUnit = TimeUnit.MILLISECONDS)
  @PreDestroy
  void write() {
    if (unwritten.isEmpty() || !writing.tryLock()) {
      return;
    }
    try {
      var marks = Map.copyOf(unwritten);
      write(marks);
      // what grew meanwhile stays for the next time
      marks.forEach(unwritten::remove);
      events.publishEvent(
          new ProgressMade(marks.keySet().stream().map(Place::chat).collect(Collectors.toSet())));
    } catch (DataAccessException later) {
      log.warn("watermarks not written yet: {}", later.toString());
    } finally {
      writing.unlock();
    }
  }

  /// Rows are locked in one order: another instance may be writing some of the same.
  private void write(Map<Place, Long> marks) {
    var places = List.copyOf(marks.keySet());
    jdbc.sql(
            """
            with handed as (
              select * from unnest(
                cast(:chats as uuid[]), cast(:sides as boolean[]), cast(:seqs as bigint[]))
                as h (chat_id, doctor_side, seq)
            ), locked as (
              select w.chat_id, w.doctor_side, h.seq
              from watermark w join handed h using (chat_id, doctor_side)
              where w.delivered_seq < h.seq
              order by w.chat_id, w.doctor_side
              for update of w
            )
            update watermark w set delivered_seq = greatest(w.delivered_seq, l.seq)
            from locked l where w.chat_id = l.chat_id and w.doctor_side = l.doctor_side
            """)
        .param("chats", Sql.array(places.stream().map(Place::chat).toList()))
        .param("sides", Sql.array(places.stream().map(place -> place.side().isDoctor()).toList()))
        .param("seqs", Sql.array(places.stream().map(marks::get).toList()))
        .update();
  }
}
