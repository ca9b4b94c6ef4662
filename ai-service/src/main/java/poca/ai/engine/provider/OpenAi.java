package poca.ai.engine.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.core.ObjectMappers;
import com.openai.errors.OpenAIException;
import com.openai.errors.OpenAIServiceException;
import com.openai.errors.SseException;
import com.openai.models.ResponseFormatJsonSchema;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.completions.CompletionUsage;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import poca.ai.engine.provider.ProviderFailure.Reason;

/// OpenAI's chat completions, and every server that speaks them (Ollama, vLLM, llama.cpp).
final class OpenAi implements Provider {

  private final String model;
  private final boolean foreign;
  private final Http http;
  private final OpenAIClient client;
  // Some models take no temperature, some servers no schema: what was refused once is left out.
  private volatile boolean plain;

  /// @param url null for the provider's public address
  OpenAi(String key, @Nullable String url, String model, CallTimeouts callTimeouts) {
    this.model = model;
    this.foreign = url != null;
    this.http = new Http(callTimeouts);
    var builder =
        OpenAIOkHttpClient.builder().apiKey(key).maxRetries(0).okHttpClient(http.client());
    if (url != null) builder.baseUrl(url);
    this.client = builder.timeout(callTimeouts.total().plusSeconds(1)).build();
  }

  @Override
  public String engine() {
    return "openai";
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
          try {
            return stream(prompt, call);
          } catch (ProviderFailure refused) {
            if (refused.reason() != Reason.BAD_REQUEST || plain) throw refused;
            var answer = streamPlain(prompt, call);
            plain = true;
            return answer;
          }
        });
  }

  private Completion streamPlain(Prompt prompt, Call call) {
    return stream(params(prompt, true), prompt, call);
  }

  private Completion stream(Prompt prompt, Call call) {
    return stream(params(prompt, plain), prompt, call);
  }

  private Completion stream(ChatCompletionCreateParams params, Prompt prompt, Call call) {
    var end = new End();
    try (var stream = client.chat().completions().createStreaming(params)) {
      stream.stream().forEach(chunk -> end.read(chunk, call));
    } catch (SseException inside) {
      throw ProviderFailure.of(Reason.UNAVAILABLE, "an error inside the stream");
    } catch (OpenAIServiceException refused) {
      throw ProviderFailure.status(refused.statusCode(), call.retryAfter());
    } catch (OpenAIException | IllegalStateException broken) {
      throw ProviderFailure.of(Reason.UNAVAILABLE, broken);
    }
    return end.completion(prompt, call);
  }

  private ChatCompletionCreateParams params(Prompt prompt, boolean plainly) {
    var params = ChatCompletionCreateParams.builder().model(model);
    params.addSystemMessage(prompt.system());
    for (var said : prompt.said()) {
      if (said.byModel()) params.addAssistantMessage(said.text());
      else params.addUserMessage(said.text());
    }
    params.streamOptions(ChatCompletionStreamOptions.builder().includeUsage(true).build());
    // The provider's own models know the newer name only, other servers the older one.
    if (foreign) params.maxTokens(prompt.mostTokens());
    else params.maxCompletionTokens(prompt.mostTokens());
    if (plainly) return params.build();
    params.temperature(prompt.temperature());
    if (prompt.schema() != null) params.responseFormat(format(prompt.schema()));
    return params.build();
  }

  private static ResponseFormatJsonSchema format(Map<String, Object> schema) {
    var body = ResponseFormatJsonSchema.JsonSchema.Schema.builder();
    schema.forEach((name, value) -> body.putAdditionalProperty(name, JsonValue.from(value)));
    return ResponseFormatJsonSchema.builder()
        .jsonSchema(
            ResponseFormatJsonSchema.JsonSchema.builder()
                .name("answer")
                .strict(true)
                .schema(body.build())
                .build())
        .build();
  }

  /// How a stream ended.
  private static final class End {

    private @Nullable String reason;
    private boolean refused;
    private @Nullable CompletionUsage usage;

    void read(ChatCompletionChunk chunk, Call call) {
      // The last chunk holds the usage and no choice.
      chunk.usage().ifPresent(counted -> usage = counted);
      if (chunk.choices().isEmpty()) return;
      var choice = chunk.choices().getFirst();
      choice.delta().content().ifPresent(call::piece);
      if (choice.delta().refusal().filter(text -> !text.isEmpty()).isPresent()) refused = true;
      choice.finishReason().ifPresent(finish -> reason = finish.asString());
    }

    Completion completion(Prompt prompt, Call call) {
      if (reason == null) throw ProviderFailure.of(Reason.UNAVAILABLE, "the stream broke off");
      if (refused || reason.equals("content_filter"))
        throw ProviderFailure.of(Reason.BLOCKED, "the model refuses");
      if (!reason.equals("stop"))
        throw ProviderFailure.of(Reason.INVALID, "the answer was cut off");
      var text = call.text();
      return usage == null
          ? new Completion(text, prompt.estimatedTokens(), text.length() / 4)
          : new Completion(text, usage.promptTokens(), usage.completionTokens());
    }
  }

  /// What a first call loads is written and read once without a network: it takes seconds, which
  /// the first patient would wait.
  @Override
  public void warmUp() {
    try {
      var json = ObjectMappers.jsonMapper();
      var prompt =
          new Prompt("", List.of(new Prompt.Said(false, "")), Map.of("type", "object"), 0.5, 1);
      var _ = json.writeValueAsString(params(prompt, false)._body());
      var chunk = json.readValue(CHUNK, ChatCompletionChunk.class);
      new End().read(chunk, new Call());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final String CHUNK =
      """
      {"id":"x","object":"chat.completion.chunk","created":1,"model":"x","choices":[{"index":0,
       "delta":{"content":"x"},"finish_reason":"stop"}],
       "usage":{"prompt_tokens":1,"completion_tokens":1,"total_tokens":2}}
      """;

  @Override
  public Listing look(Call call) {
    return http.during(
        call,
        () -> {
          try {
            // The list, not the one model: not every server that speaks this API knows the other
            // route.
            for (var listed : client.models().list().autoPager()) {
              if (listed.id().equals(model))
                return listed.shutdownDate().isPresent() ? Listing.ENDING : Listing.LISTED;
            }
            return Listing.UNKNOWN;
          } catch (OpenAIServiceException refused) {
            throw ProviderFailure.status(refused.statusCode(), call.retryAfter());
          } catch (OpenAIException | IllegalStateException broken) {
            throw ProviderFailure.of(Reason.UNAVAILABLE, broken);
          }
        });
  }
}
