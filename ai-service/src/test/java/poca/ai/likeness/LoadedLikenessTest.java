package poca.ai.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadedLikenessTest {

  private static final List<List<String>> TOLD =
      List.of(List.of("face drooped on one side, cannot lift the left arm and mumbles"));

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  private LoadedLikeness with(String folder) throws InterruptedException {
    var likeness = new LoadedLikeness(new LikenessSettings(folder), meters);
    likeness.await();
    return likeness;
  }

  @Test
  void without_a_model_nothing_is_like_anything_and_health_notes_it(@TempDir Path empty)
      throws InterruptedException {
    var likeness = with(empty.toString());
    assertThat(likeness.of(TOLD, family -> true)).isEmpty();
    assertThat(likeness.health().getStatus().getCode()).isEqualTo("UP");
    assertThat(likeness.health().getDetails()).containsEntry("notes", List.of("likeness_off"));
    likeness.destroy();
  }

  @Test
  void a_file_that_is_no_model_is_as_none(@TempDir Path folder)
      throws IOException, InterruptedException {
    Files.writeString(folder.resolve("model.onnx"), "no model");
    try (var tokenizer = new ModelFiles.Shipped().tokenizer()) {
      Files.copy(tokenizer, folder.resolve("tokenizer.json"));
    }
    var likeness = with(folder.toString());
    assertThat(likeness.of(TOLD, family -> true)).isEmpty();
    assertThat(likeness.health().getDetails()).containsKey("notes");
    likeness.destroy();
  }

  @Test
  void the_same_model_from_a_folder_says_the_same_as_the_one_that_ships(@TempDir Path folder)
      throws IOException, InterruptedException {
    var shipped = new ModelFiles.Shipped();
    try (var model = shipped.model();
        var tokenizer = shipped.tokenizer()) {
      Files.copy(model, folder.resolve("model.onnx"));
      Files.copy(tokenizer, folder.resolve("tokenizer.json"));
    }
    var likeness = with(folder.toString());
    assertThat(likeness.of(TOLD, family -> true))
        .isPresent()
        .isEqualTo(ShippedLikeness.get().of(TOLD, family -> true));
    assertThat(likeness.health().getDetails()).isEmpty();
    likeness.destroy();
  }

  /// A turn waits a bounded time, however many come at once.
  @Test
  void of_many_at_once_each_is_answered_or_left_to_the_rules_in_time() throws Exception {
    var likeness = with("");
    var answers = new ArrayList<Future<Boolean>>();
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int at = 0; at < 200; at++)
        answers.add(callers.submit(() -> likeness.of(TOLD, family -> true).isPresent()));
    }
    likeness.destroy();
    int answered = 0;
    for (var answer : answers) if (answer.resultNow()) answered++;
    assertThat(answered).isPositive();
    assertThat(answered + meters.counter("ai.likeness.missed").count()).isEqualTo(200);
  }

  @Test
  void after_its_end_it_is_missing_and_takes_no_turn_with_it() throws InterruptedException {
    var likeness = with("");
    likeness.destroy();
    assertThat(likeness.of(TOLD, family -> true)).isEmpty();
    assertThat(meters.counter("ai.likeness.missed").count()).isEqualTo(1);
  }
}
