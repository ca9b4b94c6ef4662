package poca.chat.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import poca.chat.attachment.NewAttachment;
import poca.platform.web.Refusal;
import tools.jackson.databind.json.JsonMapper;

class NewMessageTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void a_text_is_measured_in_bytes_of_utf_8() {
    assertThat(text("é".repeat(8 * 1024)).text()).hasSize(8 * 1024);
    refused("é".repeat(8 * 1024) + "x", "string_too_long");
  }

  @Test
  void a_blank_text_needs_a_file() {
    refused(null, "missing");
    refused("", "string_too_short");
    for (var blank :
        List.of(
            " \n\u00a0\u3000", "\u200b", "\u200d\u200c", "\ufeff", "\u2800", "\u3164", "\u202e")) {
      refused(blank, "string_too_short");
    }
    var object = JSON.createObjectNode().put("file_name", "a.png");
    assertThat(message(null, null, new NewAttachment.Details(object)).text()).isEmpty();
  }

  @Test
  void what_the_database_cannot_keep_is_refused() {
    refused("a\0b", "value_error");
    refused("a\ud800b", "value_error");
    for (var id : List.of("b\0", "b\ud800")) {
      assertThatThrownBy(() -> message("a", id, new NewAttachment.Nothing()))
          .isInstanceOf(Refusal.class);
    }
    var object = JSON.createObjectNode().put("note", "a\ud800b");
    assertThatThrownBy(() -> message("a", null, new NewAttachment.Details(object)))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void a_client_message_id_that_is_blank_is_none_and_another_is_trimmed() {
    for (var blank : List.of("", " ", "\u200b", "\ufeff\u00a0")) {
      assertThat(message("a", blank, new NewAttachment.Nothing()).clientMessageId()).isNull();
    }
    assertThat(message("a", " k-1\u200b\n", new NewAttachment.Nothing()).clientMessageId())
        .isEqualTo("k-1");
    assertThat(
            message("a", "\ud83d\ude00".repeat(64), new NewAttachment.Nothing()).clientMessageId())
        .hasSize(128);
    assertThatThrownBy(() -> message("a", "k\n1", new NewAttachment.Nothing()))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void a_client_message_id_has_at_most_64_characters() {
    assertThat(message("a", "x".repeat(64), new NewAttachment.Nothing()).clientMessageId())
        .hasSize(64);
    assertThatThrownBy(() -> message("a", "x".repeat(65), new NewAttachment.Nothing()))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void a_free_object_has_at_most_16_kib() {
    var object = JSON.createObjectNode().put("note", "x".repeat(16 * 1024));
    assertThatThrownBy(() -> message("a", null, new NewAttachment.Details(object)))
        .isInstanceOf(Refusal.class);
  }

  private static void refused(@Nullable String text, String type) {
    assertThatThrownBy(() -> text(text))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.details().toString()).contains(type));
  }

  private static NewMessage text(@Nullable String text) {
    return message(text, null, new NewAttachment.Nothing());
  }

  private static NewMessage message(
      @Nullable String text, @Nullable String clientId, NewAttachment attachment) {
    return NewMessage.of("message", text, null, null, null, clientId, null, attachment);
  }
}
