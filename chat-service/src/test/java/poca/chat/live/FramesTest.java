package poca.chat.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import poca.chat.attachment.FileDetails;
import poca.chat.message.Message;
import poca.chat.message.MessageType;
import poca.contracts.ChatId;
import poca.contracts.MessageId;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class FramesTest {

  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private final Frames frames = new Frames(JSON, new FileDetails(JSON, "https://poca.example"));

  private static UUID id(int last) {
    return new UUID(0, last);
  }

  private final Message message =
      new Message(
          new MessageId(id(1)),
          new ChatId(id(2)),
          7,
          "k-1",
          null,
          id(3),
          id(4),
          "Hello",
          MessageType.TEXT,
          JSON.createObjectNode().put("file_name", "a.png"),
          Instant.EPOCH,
          true);

  private static final String IN_FRAME =
      """
      {"id":"00000000-0000-0000-0000-000000000001","seq":7,"client_message_id":"k-1",\
      "ai_session_id":null,"sender_id":"00000000-0000-0000-0000-000000000003",\
      "receiver_id":"00000000-0000-0000-0000-000000000004","content":"Hello",\
      "message_type":"text","file_details":{"file_name":"a.png"},\
      "timestamp":"1970-01-01T00:00:00Z","is_read":true}\
      """;

  @Test
  void a_message_in_a_frame_has_its_text_as_content_and_does_not_name_its_chat() {
    assertThat(frames.message(message))
        .isEqualTo("{\"type\":\"message\",\"message\":" + IN_FRAME + "}");
    assertThat(frames.history(List.of(message, message)))
        .isEqualTo("{\"type\":\"history\",\"messages\":[" + IN_FRAME + "," + IN_FRAME + "]}");
  }

  @Test
  void elsewhere_a_message_is_what_it_was() {
    assertThat(JSON.valueToTree(message).propertyNames())
        .startsWith("id", "chat_id", "seq")
        .contains("message")
        .doesNotContain("content");
  }
}
