package poca.testkit.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SocketFramesTest {

  private static final String ID = "0199a1b2-0000-7000-8000-000000000001";
  private static final String MESSAGE =
      """
      {"type":"message","message":{"id":"%1$s","seq":1,"client_message_id":null,"ai_session_id":null,
       "sender_id":"%1$s",
       "receiver_id":"%1$s","content":"Hello","message_type":"text","file_details":{"any":"thing"},
       "timestamp":"2026-01-02T03:04:05.000Z","is_read":false}}
      """
          .formatted(ID);

  private final SocketFrames frames = new SocketFrames("chat-socket");

  @Test
  void a_frame_as_documented_is_fine() {
    assertThat(complaints(MESSAGE)).isEmpty();
    assertThat(complaints("{\"type\":\"system\",\"content\":\"Hi\"}")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"ai_response\"}", // of the other socket
        "{\"type\":\"typing\"}",
        "{}",
        "{\"type\":\"system\"}",
        "{\"type\":\"system\",\"content\":\"Hi\",\"trace\":\"x\"}",
        "{\"type\":\"history\",\"messages\":[]}",
        "{\"type\":\"error\",\"content\":\"No\",\"error_code\":\"OOPS\"}"
      })
  void a_frame_that_differs_is_found(String frame) {
    assertThat(complaints(frame)).isNotEmpty();
  }

  @Test
  void so_is_a_message_that_differs() {
    assertThat(complaints(MESSAGE.replace("05.000Z", "05Z"))).isNotEmpty();
    assertThat(complaints(MESSAGE.replace("\"seq\":1,", ""))).isNotEmpty();
    assertThat(complaints(MESSAGE.replace("\"seq\":1,", "\"seq\":1,\"flag\":true,"))).isNotEmpty();
    assertThat(complaints(MESSAGE.replace("\"text\"", "\"video\""))).isNotEmpty();
  }

  @Test
  void a_socket_that_is_not_documented_is_an_error_of_the_test() {
    assertThatThrownBy(() -> new SocketFrames("no-socket"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private List<String> complaints(String frame) {
    return frames.complaints(ApiDocument.JSON.readTree(frame));
  }
}
