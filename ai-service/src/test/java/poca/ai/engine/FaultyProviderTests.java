package poca.ai.engine;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import poca.ai.engine.provider.CallTimeouts;
import poca.ai.engine.provider.ModelClient;
import poca.ai.engine.provider.Providers;
import poca.ai.interview.Helplines;
import poca.ai.triage.UrgencyLevel;
import poca.aitest.FaultyProvider;

/// What tests of the engines do over the providers' own clients, against providers that fall ill.
abstract class FaultyProviderTests {

  static final Duration TOTAL = Duration.ofSeconds(2);
  static final Duration REST = Duration.ofMillis(600);

  /// The first call of a client in a JVM loads thousands of classes.
  static final CallTimeouts CLOCKS = clocks(TOTAL);

  static final String CONCERN = "I have had a cough for three days";
  static final String QUESTION = "Do you bring up any phlegm?";

  static final List<String> CHATTER =
      List.of(
          QUESTION,
          "How long have you had this?",
          "Since when has it been there?",
          "How strong is it on a scale from 0 to 10?",
          "Which medicine have you taken so far?",
          "Is there any fever?",
          "Where exactly is it?",
          "Does anything make it worse?",
          "Did it start suddenly or gradually?");

  final FaultyProvider openai = FaultyProvider.start();
  final FaultyProvider gemini = FaultyProvider.start();
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  static {
    // As the service does when it starts.
    try (var warm = FaultyProvider.start().says("hello")) {
      var patient = CallTimeouts.of(Duration.ofSeconds(30));
      for (var client : List.of(openAi(warm, patient), gemini(warm, patient))) {
        var _ =
            client.ask(
                Prompts.draft(drafting(UrgencyLevel.GREEN)), System.nanoTime() + 30_000_000_000L);
      }
    }
  }

  static CallTimeouts clocks(Duration total) {
    var of = CallTimeouts.of(total);
    return new CallTimeouts(of.connect(), of.firstWord(), of.gap(), total, REST);
  }

  static ModelClient openAi(FaultyProvider provider, CallTimeouts callTimeouts) {
    return Providers.openAi("key", provider.url() + "/v1", "gpt-x", callTimeouts);
  }

  static ModelClient gemini(FaultyProvider provider, CallTimeouts callTimeouts) {
    return Providers.gemini("key", provider.url(), "gemini-x", callTimeouts);
  }

  @AfterEach
  void close() {
    openai.close();
    gemini.close();
  }

  Engine both() {
    return engine(openAi(openai, CLOCKS), gemini(gemini, CLOCKS));
  }

  Engine engine(ModelClient... lines) {
    return new RulesFirst(
        new Failover(List.of(lines), new Builtin(), TOTAL, meters), new Helplines("112", ""));
  }

  static String json(String message, boolean summary) {
    return json(message, summary, "unchanged", "");
  }

  static String json(String message, boolean summary, String urgency, String evidence) {
    return """
    {"message":"%s","isSummary":%s,"urgency":"%s","evidence":"%s"}\
    """
        .formatted(message, summary, urgency, evidence);
  }

  static Engine.Drafting drafting(UrgencyLevel level) {
    return new Engine.Drafting(
        new poca.ai.interview.Intake.Doctor("Family doctor", null),
        Patient.RECORD,
        "cough for three days",
        level,
        true,
        Set.of(),
        "112",
        "by rule");
  }
}
