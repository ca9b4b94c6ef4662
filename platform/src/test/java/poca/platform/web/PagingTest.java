package poca.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import poca.platform.web.Paging.Place;

class PagingTest {

  private static final Paging FIRST = new Paging(0, 3, null);

  private record Row(Instant at, UUID id) {
    private List<?> keys() {
      return List.of(at, id);
    }
  }

  private static List<Row> rows(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Row(Instant.ofEpochMilli(1_800_000_000_001L + i), new UUID(7, i)))
        .toList();
  }

  private static Page<Row> page(Paging paging, List<Row> rows) {
    return paging.countedPage("rows", rows, Row::keys, () -> 9);
  }

  @Test
  void what_was_read_too_many_is_not_shown_and_says_that_another_page_follows() {
    assertThat(FIRST.oneMore()).isEqualTo(4);

    var page = page(FIRST, rows(4));

    assertThat(page.items()).isEqualTo(rows(3));
    assertThat(page.total()).isEqualTo(9);
    assertThat(new Paging(0, 3, page.nextCursor()).afterPlace("rows"))
        .contains(new Place(rows(3).getLast().at(), rows(3).getLast().id()));
  }

  @Test
  void the_last_page_names_no_next_one() {
    assertThat(page(FIRST, rows(3)).nextCursor()).isNull();
    assertThat(page(FIRST, List.of()).nextCursor()).isNull();
    assertThat(page(FIRST, List.of()).items()).isEmpty();
  }

  @Test
  void behind_a_cursor_nobody_counts() {
    var counted = new AtomicInteger();
    var next = Objects.requireNonNull(page(FIRST, rows(4)).nextCursor());

    var page =
        new Paging(0, 3, next)
            .countedPage("rows", rows(2), Row::keys, () -> counted.incrementAndGet());

    assertThat(page.total()).isNull();
    assertThat(counted).hasValue(0);
    assertThat(FIRST.page("rows", rows(2), Row::keys).total()).isNull();
  }

  @Test
  void a_page_in_another_form_is_the_same_page() {
    var page = page(FIRST, rows(4));

    assertThat(page.map(Row::id))
        .isEqualTo(
            new Page<>(rows(3).stream().map(Row::id).toList(), page.total(), page.nextCursor()));
  }

  @Test
  void a_cursor_is_good_for_its_own_list_only() {
    var next = page(FIRST, rows(4)).nextCursor();

    assertThatThrownBy(() -> new Paging(0, 3, next).afterPlace("other rows"))
        .isInstanceOf(Refusal.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-30T00:00:00Z\nno id",
        "no time\n" + "0193a000-0000-7000-8000-000000000001"
      })
  void keys_that_are_no_place_are_refused(String keys) {
    var forged = Paging.cursorOf("rows", (Object[]) keys.split("\n"));

    assertThatThrownBy(() -> new Paging(0, 3, forged).afterPlace("rows"))
        .isInstanceOf(Refusal.class);
  }
}
