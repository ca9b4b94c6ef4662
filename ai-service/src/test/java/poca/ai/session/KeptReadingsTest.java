package poca.ai.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import poca.ai.reading.Reading;
import poca.ai.reading.Story;
import poca.contracts.AiMessageId;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class KeptReadingsTest {

  private static final String MESSAGE = "oxygen 82% and I take warfarin";

  private final JsonMapper json =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
  private final KeptReadings kept = new KeptReadings(json);
  private final AiMessageId id = new AiMessageId(new UUID(0, 1));

  private Reading read() {
    return Story.of(List.of(new Story.Exchange(id.toString(), MESSAGE, null, false)), Set.of())
        .readings()
        .getFirst();
  }

  @Test
  void a_reading_comes_back_as_it_was_kept() {
    assertThat(kept.reading(kept.write(read()), id, MESSAGE)).isEqualTo(read());
  }

  @Test
  void a_row_from_before_measurements_were_read_is_read_from_its_words_again() {
    var old = (ObjectNode) json.readTree(kept.write(read()));
    old.remove("measurements");
    old.remove("takings");
    assertThat(kept.reading(json.writeValueAsString(old), id, MESSAGE)).isNull();
  }
}
