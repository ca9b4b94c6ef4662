package poca.platform.socket;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import poca.platform.web.Refusal;

class ClientFrameTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "hello", "[1]", "\"text\"", "7", "null", "{", "{\"a\":1"})
  void what_is_no_json_object_is_no_frame(String text) {
    assertThat(ClientFrame.parse(Line.JSON, text)).isNull();
  }

  @Test
  void a_field_that_is_absent_or_null_has_no_text_and_one_of_another_type_is_malformed() {
    var frame = frame("{\"a\":\"x\",\"b\":null,\"c\":5}");
    assertThat(frame.text("a")).isEqualTo("x");
    assertThat(frame.text("b")).isNull();
    assertThat(frame.text("d")).isNull();
    assertThat(frame.field("b").isMissingNode()).isTrue();
    assertThat(frame.field("c").asInt()).isEqualTo(5);
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> frame.text("c"))
        .withMessage("Invalid message");
  }

  @Test
  void whatever_a_reader_objects_to_is_malformed() {
    var frame = frame("{\"id\":\"no-uuid\"}");
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> frame.read(f -> UUID.fromString(String.valueOf(f.text("id")))))
        .withMessage("Invalid message");
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() ->
            frame.read(_ -> {
              throw Refusal.invalid("body", "id", "uuid", "not a valid UUID");
            }))
        .withMessage("Invalid message");
  }

  @Test
  void the_clients_id_of_a_frame_is_named_in_answers_if_it_can_be_one() {
    assertThat(frame("{\"client_message_id\":\" c-1 \",\"a\":[]}").clientMessageId())
        .isEqualTo("c-1");
    assertThat(frame("{\"client_message_id\":\"" + "x".repeat(64) + "\"}").clientMessageId())
        .hasSize(64);
    for (var none : new String[] {"\"" + "x".repeat(65) + "\"", "\" \"", "5", "null", "{}"}) {
      assertThat(frame("{\"client_message_id\":" + none + "}").clientMessageId()).isNull();
    }
    assertThat(frame("{}").clientMessageId()).isNull();
  }

  private static ClientFrame frame(String text) {
    return requireNonNull(ClientFrame.parse(Line.JSON, text));
  }
}
