package poca.chat.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import poca.chattest.RealChat;
import poca.chattest.Surroundings;
import poca.chattest.World;
import poca.testkit.world.Person;
import poca.testkit.world.Response;

@RealChat
class AttachmentIT {

  private static final String BOUNDARY = "b0undary";

  @Autowired World world;

  @Test
  void a_document_is_described_by_its_owner_and_not_by_the_client() {
    var pair = world.pair();
    var document = Surroundings.NEIGHBOURS.document(pair.patient());
    var response =
        world.post(
            pair.patient(),
            "/messages",
            Map.of(
                "chat_id", pair.chat(),
                "message_type", "image",
                "file_details",
                    Map.of("document_id", document, "file_name", "lies.exe", "link", "http://x")));
    assertThat(response.status()).isEqualTo(200);
    var file = response.data().path("file_details");
    var link = "http://localhost:8000/api/v1/documents/" + document + "/download";
    assertThat(file.propertyNames())
        .containsExactlyInAnyOrder(
            "document_id",
            "file_name",
            "size",
            "link",
            "uploaded_by",
            "upload_timestamp",
            "download_link");
    assertThat(file.path("file_name").asString()).isEqualTo("scan.png");
    assertThat(file.path("link").asString()).isEqualTo(link);
    assertThat(file.path("download_link").asString()).isEqualTo(link);
    assertThat(response.data().path("message").asString()).isEmpty();

    var readers = world.internal("/internal/document-readers/" + document).body();
    assertThat(readers.path("chats").get(0).path("chat_id").asString())
        .isEqualTo(pair.chat().toString());
    assertThat(readers.path("chats").size()).isEqualTo(1);
  }

  @Test
  void a_document_that_the_sender_cannot_see_is_not_found() {
    var pair = world.pair();
    var document = Surroundings.NEIGHBOURS.document(pair.patient());
    var response = form(pair.doctor(), pair, null, document.toString());
    assertThat(response.status()).isEqualTo(404);
    assertThat(response.message()).isEqualTo("Document not found");
    assertThat(world.get(pair.doctor(), "/chats/" + pair.chat()).data().path("last_seq").asInt())
        .isZero();
    assertThat(form(pair.patient(), pair, null, document.toString()).status()).isEqualTo(200);
    assertThat(form(pair.patient(), pair, null, "no-uuid").status()).isEqualTo(422);
  }

  @Test
  void a_free_object_keeps_everything_but_what_only_we_may_say() {
    var pair = world.pair();
    var response =
        world.post(
            pair.doctor(),
            "/messages",
            Map.of(
                "chat_id", pair.chat(),
                "message", "see",
                "file_details",
                    Map.of(
                        "file_name",
                        "a\0.png",
                        "pages",
                        3,
                        "link",
                        "http://x",
                        "download_link",
                        "http://x",
                        "uploaded_by",
                        UUID.randomUUID())));
    var file = response.data().path("file_details");
    assertThat(file.propertyNames()).containsExactlyInAnyOrder("file_name", "pages");
    assertThat(file.path("file_name").asString()).isEqualTo("a\0.png");
  }

  @Test
  void a_file_goes_to_the_records_and_its_message_into_the_chat() {
    var pair = world.pair();
    var bytes = new byte[3 << 20];
    Arrays.fill(bytes, (byte) 'x');
    var response = form(pair.patient(), pair, bytes, null, "client_message_id", "f-1");
    assertThat(response.status()).as(response.toString()).isEqualTo(200);
    var id = UUID.fromString(response.data().path("file_details").path("document_id").asString());
    var stored = Objects.requireNonNull(Surroundings.NEIGHBOURS.uploaded(id));
    assertThat(stored.content()).isEqualTo(bytes);
    assertThat(stored.query())
        .contains("uploaded_by=" + pair.patient().id())
        .contains("uploaded_by_role=patient")
        .contains("file_name=R%C3%B6ntgen%20%26%20more.png");

    // a repeat stores no second file
    var uploads = Surroundings.NEIGHBOURS.uploads();
    var again = form(pair.patient(), pair, bytes, null, "client_message_id", "f-1");
    assertThat(again.data()).isEqualTo(response.data());
    assertThat(Surroundings.NEIGHBOURS.uploads()).isEqualTo(uploads);
  }

  @Test
  void what_the_records_refuse_is_refused_and_nothing_is_sent() {
    var pair = world.pair();
    var script = "#!/bin/sh".getBytes(StandardCharsets.UTF_8);
    var refused = form(pair.patient(), pair, script, null);
    assertThat(refused.status()).isEqualTo(415);
    assertThat(refused.code()).isEqualTo("VAL_001");
    assertThat(form(pair.patient(), pair, new byte[26_214_401], null).status()).isEqualTo(413);
    assertThat(form(pair.patient(), pair, script, UUID.randomUUID().toString()).code())
        .isEqualTo("BIZ_001");
    var uploads = Surroundings.NEIGHBOURS.uploads();
    assertThat(
            form(
                    pair.patient(),
                    pair,
                    new byte[] {1},
                    null,
                    "sender_id",
                    pair.doctor().id().toString())
                .code())
        .isEqualTo("BIZ_001");
    assertThat(form(world.doctor(), pair, new byte[] {1}, null).status()).isEqualTo(403);
    assertThat(Surroundings.NEIGHBOURS.uploads()).isEqualTo(uploads);
    assertThat(form(pair.patient(), pair, null, null).status()).isEqualTo(422);
    assertThat(world.get(pair.doctor(), "/chats/" + pair.chat()).data().path("last_seq").asInt())
        .isZero();
  }

  @Test
  void a_part_is_read_in_its_charset_or_refused() {
    var pair = world.pair();

    var latin =
        part(pair, "text/plain; charset=ISO-8859-1", StandardCharsets.ISO_8859_1, "caf\u00e9");
    assertThat(latin.status()).isEqualTo(200);
    assertThat(latin.data().path("message").asString()).isEqualTo("caf\u00e9");
    var utf = part(pair, null, StandardCharsets.UTF_8, "caf\u00e9 \ud83d\ude00");
    assertThat(utf.data().path("message").asString()).isEqualTo("caf\u00e9 \ud83d\ude00");

    var wrong = part(pair, null, StandardCharsets.ISO_8859_1, "caf\u00e9");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.data().path("details").toString()).contains("[\"body\",\"message\"]");
    assertThat(part(pair, "text/plain; charset=none", StandardCharsets.UTF_8, "x").status())
        .isEqualTo(422);
    assertThat(world.get(pair.doctor(), "/chats/" + pair.chat()).data().path("last_seq").asInt())
        .isEqualTo(2);
  }

  private Response part(World.Pair pair, @Nullable String type, Charset charset, String message) {
    var form = new StringBuilder();
    field(form, "chat_id", pair.chat().toString());
    form.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"message\"\r\n")
        .append(type == null ? "" : "Content-Type: " + type + "\r\n")
        .append("\r\n")
        .append(message)
        .append("\r\n--" + BOUNDARY + "--\r\n");
    var body = form.toString().getBytes(charset);
    return world.multipart(pair.patient(), "/messages/with-attachment", BOUNDARY, body);
  }

  private Response form(
      Person by,
      World.Pair pair,
      byte @Nullable [] file,
      @Nullable String document,
      String... more) {
    var head = new StringBuilder();
    field(head, "chat_id", pair.chat().toString());
    if (document != null) {
      field(head, "document_id", document);
    }
    for (var i = 0; i < more.length; i += 2) {
      field(head, more[i], more[i + 1]);
    }
    if (file != null) {
      head.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\";")
          .append(" filename=\"Röntgen & more.png\"\r\nContent-Type: image/png\r\n\r\n");
    }
    var start = head.toString().getBytes(StandardCharsets.UTF_8);
    var end =
        ((file == null ? "" : "\r\n") + "--" + BOUNDARY + "--\r\n")
            .getBytes(StandardCharsets.UTF_8);
    var content = file == null ? new byte[0] : file;
    var body = Arrays.copyOf(start, start.length + content.length + end.length);
    System.arraycopy(content, 0, body, start.length, content.length);
    System.arraycopy(end, 0, body, start.length + content.length, end.length);
    return world.multipart(by, "/messages/with-attachment", BOUNDARY, body);
  }

  private static void field(StringBuilder form, String name, String value) {
    form.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"")
        .append(name)
        .append("\"\r\n\r\n")
        .append(value)
        .append("\r\n");
  }
}
