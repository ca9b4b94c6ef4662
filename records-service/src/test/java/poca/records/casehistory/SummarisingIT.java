package poca.records.casehistory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import poca.recordstest.RealRecords;
import poca.recordstest.Samples;
import poca.recordstest.World;
import tools.jackson.databind.JsonNode;

/// What ai-service reads of a case history, and what becomes of the text it makes.
@RealRecords
class SummarisingIT {

  @Autowired World world;

  private JsonNode written(World.Pair pair, Object... documents) {
    return world
        .post(
            pair.doctor(),
            pair.path() + "/case-history",
            Map.of("summary", "Asthma.", "documents", List.of(documents)))
        .data();
  }

  private static String internal(JsonNode history) {
    return "/internal/case-histories/" + history.path("id").asString();
  }

  private int keep(JsonNode history, long version, String text) {
    var kept =
        world.internal(
            "PUT",
            internal(history) + "/ai-summary",
            "{\"version\":%d,\"ai_summary\":\"%s\"}".formatted(version, text));
    assertThat(kept.status()).isEqualTo(200);
    return kept.body().path("kept").asBoolean() ? 1 : 0;
  }

  @Test
  void it_reads_the_beginning_of_each_document_in_whatever_charset() {
    var pair = world.pair();
    var long_ =
        world.upload(pair.doctor(), "long.txt", Samples.text("ä€😀 \u200b\n\n".repeat(600)));
    var latin =
        world.upload(pair.doctor(), "l.csv", "Zähler;5 µg".getBytes(StandardCharsets.ISO_8859_1));
    var wide =
        world.upload(
            pair.doctor(), "w.txt", "\ufeffPeak flow 300".getBytes(StandardCharsets.UTF_16LE));
    var image = world.upload(pair.doctor(), "a.png", Samples.png(100));
    var history = written(pair, long_, latin, wide, image, "a folder");

    var source = world.internal("GET", internal(history), null).body();
    assertThat(source.path("version").asLong()).isOne();
    assertThat(source.path("patient_id").asString()).isEqualTo(pair.patient().id().toString());
    assertThat(source.path("summary").asString()).isEqualTo("Asthma.");
    var texts =
        source.path("documents").valueStream().map(d -> d.path("text").asString("-")).toList();
    assertThat(texts).hasSize(4);
    assertThat(texts.get(0)).startsWith("ä€😀\nä€😀\n").hasSizeBetween(1200, 1260);
    assertThat(texts.get(0).codePointCount(0, texts.get(0).length())).isBetween(998, 1000);
    assertThat(texts.subList(1, 4)).containsExactly("Zähler;5 µg", "Peak flow 300", "-");
  }

  @Test
  void the_text_is_kept_for_the_version_it_was_made_from_and_goes_with_it() {
    var pair = world.pair();
    var history = written(pair, world.upload(pair.doctor(), "a.txt", Samples.text("x")));
    var path = pair.path() + "/case-history";
    assertThat(history.path("ai_summary").isNull()).isTrue();
    assertThat(keep(history, 2, "of the future")).isZero();
    assertThat(keep(history, 1, "made")).isOne();
    var read = world.get(pair.patient(), path).data();
    assertThat(read.path("ai_summary").asString()).isEqualTo("made");
    assertThat(read.path("summary").asString()).isEqualTo("Asthma.");
    assertThat(read.path("updated_at").isNull()).isTrue();

    var changed = world.put(pair.doctor(), path, Map.of("summary", "No asthma.")).data();
    assertThat(changed.path("ai_summary").isNull()).isTrue();
    assertThat(keep(history, 1, "late")).isZero();
    assertThat(world.get(pair.doctor(), path).data().path("ai_summary").isNull()).isTrue();
    assertThat(keep(history, 2, "anew")).isOne();
  }

  @Test
  void people_have_no_part_in_it() {
    var pair = world.pair();
    var history = written(pair);
    assertThat(world.outside(world.admin(), internal(history)).status()).isIn(401, 403);
    assertThat(
            world.internal("GET", "/internal/case-histories/" + pair.patient().id(), null).status())
        .isEqualTo(404);
  }
}
