package poca.ai.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import poca.ai.engine.provider.CallTimeouts;
import poca.ai.engine.provider.Listing;
import poca.ai.interview.Helplines;
import poca.ai.reading.DetailKind;
import poca.ai.reading.QuestionReading;
import poca.aitest.FaultyProvider.Mood;

/// The engines in turn, when providers fall ill.
class FailoverTest extends FaultyProviderTests {

  private static final Set<Mood> REFUSED =
      EnumSet.of(Mood.UNAUTHORIZED, Mood.BUSY, Mood.BROKEN, Mood.HANGING);

  @Test
  void the_configured_model_asks_and_its_question_is_kept_with_what_it_asks_for() {
    openai.says(json(QUESTION, false));
    var answer = new Patient(both()).says(CONCERN);
    assertThat(answer.message()).isEqualTo(QUESTION);
    assertThat(answer.engine()).isEqualTo("openai");
    assertThat(answer.isSummary()).isFalse();
    assertThat(answer.uses()).containsExactly(new Engine.Use("openai", "gpt-x", 50, 5));
    assertThat(openai.prompts()).hasSize(1);
    assertThat(openai.prompts().getFirst()).contains("json_schema", "\"stream\":true", CONCERN);
    assertThat(gemini.prompts()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Mood.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"WELL", "PICKY", "SLOW"})
  void a_provider_that_is_ill_in_any_way_leaves_the_turn_to_the_next_one(Mood mood) {
    openai.is(mood).says(json(QUESTION, false));
    gemini.says(json("Is the cough worse at night?", false));
    var start = System.nanoTime();
    var answer = new Patient(both()).says(CONCERN);
    var took = Duration.ofNanos(System.nanoTime() - start);
    assertThat(answer.engine()).isEqualTo("gemini");
    assertThat(answer.message()).isEqualTo("Is the cough worse at night?");
    assertThat(took).isLessThan(TOTAL.plusSeconds(3));
    assertThat(openai.prompts()).as("no hidden retry").hasSize(1);
    assertThat(answer.uses().stream().filter(use -> use.engine().equals("openai")))
        .as("a refused request is not billed, a broken answer is")
        .hasSize(REFUSED.contains(mood) ? 0 : 1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Mood.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"WELL", "PICKY"})
  void with_every_provider_ill_the_built_in_engine_answers_in_time(Mood mood) {
    openai.is(mood).says(json(QUESTION, false));
    gemini.is(mood).says(json(QUESTION, false));
    var start = System.nanoTime();
    var answer = new Patient(both()).says(CONCERN);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(TOTAL.plusSeconds(3));
    assertThat(answer.engine()).isEqualTo("builtin");
    assertThat(answer.message()).endsWith("?").isNotEqualTo(QUESTION);
    assertThat(answer.message()).doesNotContain("secret");
    assertThat(openai.prompts()).hasSize(1);
  }

  @Test
  void a_provider_that_takes_no_schema_is_asked_without_one_and_stays_so() {
    openai.is(Mood.PICKY).says(json(QUESTION, false));
    var engine = engine(openAi(openai, CLOCKS));
    assertThat(new Patient(engine).says(CONCERN).engine()).isEqualTo("openai");
    assertThat(new Patient(engine).says(CONCERN).engine()).isEqualTo("openai");
    assertThat(openai.prompts()).hasSize(3);
  }

  @Test
  void a_busy_provider_is_left_alone_for_as_long_as_it_says() throws Exception {
    openai.is(Mood.BUSY).retryAfter("1").says(json(QUESTION, false));
    var engine = engine(openAi(openai, CLOCKS));
    assertThat(new Patient(engine).says(CONCERN).engine()).isEqualTo("builtin");
    openai.is(Mood.WELL);
    assertThat(new Patient(engine).says(CONCERN).engine()).isEqualTo("builtin");
    assertThat(openai.prompts()).hasSize(1);
    Thread.sleep(1100); // its own clock, which nobody can wait for otherwise
    assertThat(new Patient(engine).says(CONCERN).engine()).isEqualTo("openai");
  }

  @Test
  void a_provider_that_failed_again_and_again_is_not_asked_and_comes_back_by_itself()
      throws Exception {
    openai.is(Mood.BROKEN).says(json(QUESTION, false));
    var engine = engine(openAi(openai, CLOCKS));
    for (var i = 0; i < 6; i++) new Patient(engine).says(CONCERN);
    assertThat(openai.prompts()).hasSize(3);
    openai.is(Mood.WELL);
    Thread.sleep(REST.plusMillis(100));
    assertThat(new Patient(engine).says(CONCERN).engine()).isEqualTo("openai");
    assertThat(new Patient(engine).says(CONCERN).engine()).isEqualTo("openai");
  }

  @Test
  void the_list_says_whether_a_model_is_there_and_stays() {
    openai.lists(list(""));
    assertThat(openAi(openai, CLOCKS).look()).isEqualTo(Listing.UNKNOWN);
    assertThat(gemini(gemini, CLOCKS).look()).isEqualTo(Listing.UNKNOWN);
    openai.lists(list("{\"id\":\"gpt-x\",\"object\":\"model\",\"created\":1,\"owned_by\":\"x\"}"));
    gemini.lists("{\"name\":\"models/gemini-x\"}");
    assertThat(openAi(openai, CLOCKS).look()).isEqualTo(Listing.LISTED);
    assertThat(gemini(gemini, CLOCKS).look()).isEqualTo(Listing.LISTED);
    openai.lists(
        list(
            "{\"id\":\"gpt-x\",\"object\":\"model\",\"created\":1,\"owned_by\":\"x\",\"shutdown_date\":\"2027-01-31\"}"));
    assertThat(openAi(openai, CLOCKS).look()).isEqualTo(Listing.ENDING);
  }

  private static String list(String models) {
    return "{\"object\":\"list\",\"data\":[" + models + "]}";
  }

  @Test
  void a_hundred_interviews_under_random_faults_all_end_in_a_summary_and_ask_nothing_twice()
      throws Exception {
    var total = Duration.ofMillis(1200);
    var of = CallTimeouts.of(total);
    // Interviews of milliseconds would see a resting provider for most of them.
    var quick =
        new CallTimeouts(of.connect(), of.firstWord(), of.gap(), total, Duration.ofMillis(20));
    // A refused key is no passing fault: it is left alone for a minute.
    var moods = EnumSet.complementOf(EnumSet.of(Mood.UNAUTHORIZED)).toArray(Mood[]::new);
    var random = new Random(20261128);
    for (var provider : List.of(openai, gemini)) {
      provider
          .is(() -> {
            synchronized (random) {
              return random.nextInt(4) == 0 ? moods[random.nextInt(moods.length)] : Mood.WELL;
            }
          })
          .retryAfter("0.05")
          .says(FailoverTest::chatter);
    }
    var engine =
        new RulesFirst(
            new Failover(
                List.of(openAi(openai, quick), gemini(gemini, quick)),
                new Builtin(),
                total,
                meters),
            new Helplines("112", ""));
    var engines = new java.util.concurrent.ConcurrentHashMap<String, Integer>();
    try (var threads = Executors.newFixedThreadPool(8)) {
      List<Future<?>> sessions =
          IntStream.range(0, 100)
              .<Future<?>>mapToObj(i -> threads.submit(() -> interview(engine, i, engines)))
              .toList();
      for (var session : sessions) session.get();
    }
    assertThat(engines).as("all had their share").hasSize(3);
    assertThat(engines.values()).allSatisfy(share -> assertThat(share).isGreaterThan(5));
  }

  private static final List<String> CONCERNS =
      List.of(
          CONCERN,
          "My stomach hurts since yesterday",
          "I have a headache",
          "fever of 38.4 since last night",
          "my back hurts after lifting a box");

  private static void interview(Engine engine, int number, java.util.Map<String, Integer> engines) {
    var random = new Random(number);
    var patient = new Patient(engine);
    var asked = EnumSet.noneOf(DetailKind.class);
    var repeats = 0;
    var questions = new HashSet<String>();
    var answer = patient.says(CONCERNS.get(number % CONCERNS.size()));
    var turns = 1;
    while (!answer.isSummary()) {
      engines.merge(answer.engine(), 1, Integer::sum);
      assertThat(questions.add(answer.message())).as(answer.message()).isTrue();
      boolean again =
          QuestionReading.in(answer.message()).asks().stream()
              .map(asked::add)
              .toList()
              .contains(Boolean.FALSE);
      if (again) {
        assertThat(answer.message()).startsWith("Once more: ");
        assertThat(++repeats).as("repeats: " + answer.message()).isEqualTo(1);
      }
      assertThat(answer.message()).doesNotContain("secret", "{");
      assertThat(questions).hasSizeLessThanOrEqualTo(4);
      answer =
          patient.says(
              List.of("no", "since two days", "about 4 of 10", "not sure").get(random.nextInt(4)));
      turns++;
      assertThat(turns).isLessThanOrEqualTo(6);
    }
    engines.merge(answer.engine(), 1, Integer::sum);
    assertThat(answer.message()).contains("Urgency: ");
  }

  private static String chatter(String body) {
    var random = new Random();
    if (body.contains("No question is left"))
      return json("Patient: 34 years, female. Main concern: as told. Condition: as told.", true);
    if (random.nextInt(6) == 0)
      return json("Patient: 34 years, female. Main concern: as told. Condition: not stated.", true);
    return json(CHATTER.get(random.nextInt(CHATTER.size())), false);
  }
}
