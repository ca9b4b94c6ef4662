package poca.records.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import poca.records.storage.WrappedKey;
import poca.records.storage.WrappingKeys;
import poca.recordstest.Bucket;
import poca.recordstest.RealRecords;
import poca.recordstest.Samples;
import poca.recordstest.Surroundings;
import poca.recordstest.World;
import poca.testkit.world.Person;

/// What lies in the object store says nothing to whoever looks into it.
@RealRecords
class EncryptionIT {

  private static final int SEGMENT = 65_536;

  @Autowired World world;
  @Autowired Bucket bucket;
  @Autowired JdbcClient jdbc;
  @Autowired KeyRotation rotation;

  @Test
  void a_look_into_the_bucket_finds_no_plain_byte() {
    var person = world.patient();
    var text = "Planted words of a patient. ".repeat(8_000);
    var content = Samples.text(text);
    var document = world.upload(person, "a.txt", content);

    var raw = bucket.raw(document, 1_000_000);
    assertThat(raw).hasSize(content.length + 16 * (content.length / SEGMENT + 1));
    assertThat(new String(raw, UTF_8)).doesNotContain("Planted", "words", "patient");
    for (var at = 0; at + 8 < content.length; at += 997) {
      assertThat(Arrays.copyOfRange(raw, at, at + 8))
          .isNotEqualTo(Arrays.copyOfRange(content, at, at + 8));
    }
    assertThat(download(person, document)).isEqualTo(content);
    // the same file has another key, and another object
    var again = world.upload(person, "a.txt", content);
    assertThat(bucket.raw(again, 1_000_000)).isNotEqualTo(raw);
  }

  @Test
  void any_part_comes_without_the_rest() {
    var person = world.patient();
    for (var size : List.of(1, SEGMENT - 1, SEGMENT, SEGMENT + 1, 2 * SEGMENT, 2 * SEGMENT + 1)) {
      var content = size == 1 ? Samples.text("x") : Samples.pdf(size);
      var document = world.upload(person, "a.bin", content);
      assertThat(download(person, document)).isEqualTo(content);
      for (var first : List.of(0, 1, SEGMENT - 1, SEGMENT, 2 * SEGMENT)) {
        for (var last : List.of(0, SEGMENT - 1, SEGMENT, SEGMENT + 1, 2 * SEGMENT)) {
          if (first <= last && last < size) {
            var part = download(person, document, "Range", "bytes=" + first + "-" + last);
            assertThat(part).isEqualTo(Arrays.copyOfRange(content, first, last + 1));
          }
        }
      }
    }
  }

  @Test
  void what_was_changed_in_the_store_is_not_handed_out() {
    var person = world.patient();
    var content = Samples.pdf(3 * SEGMENT);
    var document = world.upload(person, "a.pdf", content);
    var raw = bucket.raw(document, 1_000_000);
    var other = world.upload(person, "b.pdf", Samples.with(content, 100, new byte[] {1}));

    var flipped = raw.clone();
    flipped[SEGMENT + 100] ^= 1;
    var swapped = raw.clone();
    System.arraycopy(raw, SEGMENT + 16, swapped, 0, SEGMENT + 16);
    System.arraycopy(raw, 0, swapped, SEGMENT + 16, SEGMENT + 16);
    var cut = Arrays.copyOf(raw, 2 * (SEGMENT + 16));
    for (var bad : List.of(flipped, swapped, cut, bucket.raw(other, 1_000_000), content)) {
      bucket.overwrite(document, bad);
      assertThatThrownBy(() -> download(person, document)).isInstanceOf(UncheckedIOException.class);
    }
    bucket.overwrite(document, raw);
    assertThat(download(person, document)).isEqualTo(content);
  }

  @Test
  void what_was_stored_before_there_were_keys_is_still_read() {
    var person = world.patient();
    var content = Samples.pdf(100_000);
    var document = world.upload(person, "a.pdf", content);
    jdbc.sql("update document set key_id = null, wrapped_key = null where id = :id")
        .param("id", document)
        .update();
    bucket.remove(document);
    bucket.putPlain(document, content);
    assertThat(download(person, document)).isEqualTo(content);
    assertThat(download(person, document, "Range", "bytes=70000-70009"))
        .isEqualTo(Arrays.copyOfRange(content, 70_000, 70_010));
    assertThat(world.delete(person, "/documents/" + document).status()).isEqualTo(204);
    assertThat(bucket.ids()).doesNotContain(document.toString());
  }

  @Test
  void a_new_wrapping_key_takes_over_without_a_change_of_the_objects() {
    var person = world.patient();
    var content = Samples.pdf(100_000);
    var document = world.upload(person, "a.pdf", content);
    var raw = bucket.raw(document, 1_000_000);
    var before = key(document);
    // as it was when the second key was the only one
    var name = document.toString();
    var old =
        new WrappingKeys(
                List.of(Surroundings.DOCUMENT_KEYS.get(1), Surroundings.DOCUMENT_KEYS.get(0)))
            .rewrap(name, before);
    assertThat(old.wrappedBy()).isNotEqualTo(before.wrappedBy());
    set(document, old);
    assertThat(download(person, document)).isEqualTo(content);

    rotation.rotate();
    assertThat(key(document).wrappedBy()).isEqualTo(before.wrappedBy());
    assertThat(download(person, document)).isEqualTo(content);
    assertThat(bucket.raw(document, 1_000_000)).isEqualTo(raw);

    // one that nobody has configured is an outage, not a loss
    set(document, new WrappedKey("0011223344556677", old.wrapped()));
    rotation.rotate();
    assertThat(world.download(person, "/documents/" + document + "/download").statusCode())
        .isEqualTo(503);
    set(document, old);
    assertThat(download(person, document)).isEqualTo(content);
  }

  @Test
  void without_its_key_a_document_is_gone_for_good_though_its_bytes_are_there() {
    var person = world.patient();
    var document = world.upload(person, "a.pdf", Samples.pdf(100_000));
    var raw = bucket.raw(document, 1_000_000);
    world.delete(person, "/documents/" + document);
    bucket.overwrite(document, raw); // somebody had a copy of the bucket
    assertThat(
            jdbc.sql("select count(*) from document where id = :id and wrapped_key is not null")
                .param("id", document)
                .query(Long.class)
                .single())
        .isZero();
    bucket.remove(document);
  }

  private byte[] download(Person by, UUID document, String... headers) {
    return world.download(by, "/documents/" + document + "/download", headers).body();
  }

  private WrappedKey key(UUID document) {
    return jdbc.sql("select key_id, wrapped_key from document where id = :id")
        .param("id", document)
        .query((row, _) -> new WrappedKey(row.getString(1), row.getString(2)))
        .single();
  }

  private void set(UUID document, WrappedKey key) {
    jdbc.sql("update document set key_id = :by, wrapped_key = :wrapped where id = :id")
        .param("by", key.wrappedBy())
        .param("wrapped", key.wrapped())
        .param("id", document)
        .update();
  }
}
