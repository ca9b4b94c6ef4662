package poca.ai.engine.provider;

import com.google.common.collect.ImmutableList;
import com.google.genai.Client;
import com.google.genai.errors.ApiException;
import com.google.genai.errors.GenAiIOException;
import com.google.genai.types.ClientOptions;
import com.google.genai.types.Content;
import com.google.genai.types.FinishReason;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.GenerateContentResponseUsageMetadata;
import com.google.genai.types.HttpOptions;
import com.google.genai.types.HttpRetryOptions;
import com.google.genai.types.Part;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import poca.ai.engine.provider.ProviderFailure.Reason;

/// Google's Gemini models, with an API key.
final class Gemini implements Provider {

  private static final Set<String> ENDED = Set.of("STOP");
  private static final Set<String> CUT = Set.of("MAX_TOKENS");

  private final String model;
  private final Http http;
  private final Client client;

  /// @param url null for the provider's public address
  Gemini(String key, @Nullable String url, String model, CallTimeouts callTimeouts) {
    this.model = model;
    this.http = new Http(callTimeouts);
    // One attempt still sleeps after it failed, by the delays of a second one.
    var once =
        HttpRetryOptions.builder()
            .attempts(1)
            .initialDelay(0.001)
            .maxDelay(0.002)
            .jitter(0.0)
            .build();
    var options = HttpOptions.builder().retryOptions(once);
    if (url != null) options.baseUrl(url);
    this.client =
        Client.builder()
            .apiKey(key)
            .httpOptions(options.build())
            .clientOptions(ClientOptions.builder().customHttpClient(http.client()).build())
            .build();
  }

  @Override
  public String engine() {
    return "gemini";
  }

  @Override
  public String model() {
    return model;
  }

  @Override
  public Completion complete(Prompt prompt, Call call) {
    return http.during(
        call,
        () -> {
          var end = new End();
          try (var stream =
              client.models.generateContentStream(model, contents(prompt), config(prompt))) {
            for (var chunk : stream) end.read(chunk, call);
          } catch (ApiException refused) {
            throw failure(refused, call);
          } catch (GenAiIOException | IllegalStateException | IllegalArgumentException broken) {
            throw ProviderFailure.of(Reason.UNAVAILABLE, broken);
          }
          return end.completion(prompt, call);
        });
  }

  /// A key that is not valid is a 400 here.
  private static ProviderFailure failure(ApiException refused, Call call) {
    var said = String.valueOf(refused.message());
    if (refused.code() == 400 && said.contains("API key"))
      return ProviderFailure.of(Reason.AUTH, "status 400");
    return ProviderFailure.status(refused.code(), call.retryAfter());
  }

  private static ImmutableList<Content> contents(Prompt prompt) {
    return prompt.said().stream()
        .map(said ->
            Content.builder()
                .role(said.byModel() ? "model" : "user")
                .parts(Part.fromText(said.text()))
                .build())
        .collect(ImmutableList.toImmutableList());
  }

  private static GenerateContentConfig config(Prompt prompt) {
    var config =
        GenerateContentConfig.builder()
            .systemInstruction(Content.fromParts(Part.fromText(prompt.system())))
            .temperature((float) prompt.temperature())
            .candidateCount(1)
            .maxOutputTokens(prompt.mostTokens());
    if (prompt.schema() != null) {
      config.responseMimeType("application/json").responseJsonSchema(prompt.schema());
    }
    return config.build();
  }

  /// How a stream ended.
  private static final class End {

    private @Nullable String reason;
    private boolean blocked;
    private @Nullable GenerateContentResponseUsageMetadata usage;

    void read(GenerateContentResponse chunk, Call call) {
      chunk.usageMetadata().ifPresent(counted -> usage = counted);
      chunk.promptFeedback().ifPresent(f -> blocked |= f.blockReason().isPresent());
      var candidates = chunk.candidates().orElse(java.util.List.of());
      if (candidates.isEmpty()) return;
      var candidate = candidates.getFirst();
      candidate.content().flatMap(Content::parts).stream()
          .flatMap(java.util.List::stream)
          .filter(part -> !part.thought().orElse(false))
          .forEach(part -> part.text().ifPresent(call::piece));
      candidate.finishReason().map(FinishReason::toString).ifPresent(r -> reason = r);
    }

    Completion completion(Prompt prompt, Call call) {
      if (blocked) throw ProviderFailure.of(Reason.BLOCKED, "the prompt is refused");
      if (reason == null || reason.equals("FINISH_REASON_UNSPECIFIED"))
        throw ProviderFailure.of(Reason.UNAVAILABLE, "the stream broke off");
      if (CUT.contains(reason)) throw ProviderFailure.of(Reason.INVALID, "the answer was cut off");
      if (!ENDED.contains(reason)) throw ProviderFailure.of(Reason.BLOCKED, "the model refuses");
      var text = call.text();
      var prompted = usage == null ? 0 : usage.promptTokenCount().orElse(0);
      var completed = usage == null ? 0 : usage.candidatesTokenCount().orElse(0);
      var thought = usage == null ? 0 : usage.thoughtsTokenCount().orElse(0);
      return new Completion(
          text,
          prompted == 0 ? prompt.estimatedTokens() : prompted,
          completed == 0 ? text.length() / 4 : completed + thought);
    }
  }

  /// Writes and reads once without a network: loading what that needs takes long.
  @Override
  public void warmUp() {
    var prompt =
        new Prompt("", List.of(new Prompt.Said(false, "x")), Map.of("type", "object"), 0.5, 1);
    var _ = config(prompt).toJson() + contents(prompt).getFirst().toJson();
    new End().read(GenerateContentResponse.fromJson(CHUNK), new Call());
  }

  private static final String CHUNK =
      """
      {"candidates":[{"content":{"role":"model","parts":[{"text":"x"}]},"finishReason":"STOP"}],
       "usageMetadata":{"promptTokenCount":1,"candidatesTokenCount":1,"totalTokenCount":2}}
      """;

  @Override
  public Listing look(Call call) {
    return http.during(
        call,
        () -> {
          try {
            var _ =
                client.models.get(model, com.google.genai.types.GetModelConfig.builder().build());
            return Listing.LISTED;
          } catch (ApiException refused) {
            if (refused.code() == 404) return Listing.UNKNOWN;
            throw failure(refused, call);
          } catch (GenAiIOException | IllegalStateException | IllegalArgumentException broken) {
            throw ProviderFailure.of(Reason.UNAVAILABLE, broken);
          }
        });
  }
}
