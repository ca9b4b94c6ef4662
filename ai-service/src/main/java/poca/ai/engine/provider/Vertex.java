package poca.ai.engine.provider;

import com.google.api.gax.core.CredentialsProvider;
import com.google.api.gax.rpc.ApiException;
import com.google.api.gax.rpc.ServerStream;
import com.google.api.gax.rpc.StatusCode;
import com.google.api.gax.rpc.TransportChannelProvider;
import com.google.cloud.vertexai.api.Candidate;
import com.google.cloud.vertexai.api.Candidate.FinishReason;
import com.google.cloud.vertexai.api.Content;
import com.google.cloud.vertexai.api.CountTokensRequest;
import com.google.cloud.vertexai.api.GenerateContentRequest;
import com.google.cloud.vertexai.api.GenerateContentResponse;
import com.google.cloud.vertexai.api.GenerationConfig;
import com.google.cloud.vertexai.api.LlmUtilityServiceClient;
import com.google.cloud.vertexai.api.LlmUtilityServiceSettings;
import com.google.cloud.vertexai.api.Part;
import com.google.cloud.vertexai.api.PredictionServiceClient;
import com.google.cloud.vertexai.api.PredictionServiceSettings;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import poca.ai.engine.provider.ProviderFailure.Reason;

/// Gemini models on Google's cloud, with the platform's credentials, over gRPC. The package
/// `generativeai` of the same library is on its way out; this low level is not.
final class Vertex implements Provider, AutoCloseable {

  private final String model;
  private final String path;
  private final CallTimeouts callTimeouts;
  private final PredictionServiceClient predictions;
  private final LlmUtilityServiceClient utilities;

  /// @param channel null for the provider's own
  /// @param credentials null for the platform's
  /// @throws ProviderFailure AUTH if there are no credentials
  Vertex(
      String project,
      String location,
      String model,
      CallTimeouts callTimeouts,
      @Nullable TransportChannelProvider channel,
      @Nullable CredentialsProvider credentials) {
    this.model = model;
    this.callTimeouts = callTimeouts;
    this.path =
        "projects/%s/locations/%s/publishers/google/models/%s".formatted(project, location, model);
    var endpoint =
        location.equals("global")
            ? "aiplatform.googleapis.com:443"
            : location + "-aiplatform.googleapis.com:443";
    try {
      var prediction = PredictionServiceSettings.newBuilder();
      var utility = LlmUtilityServiceSettings.newBuilder();
      if (channel != null) {
        prediction.setTransportChannelProvider(channel);
        utility.setTransportChannelProvider(channel);
      } else {
        prediction.setEndpoint(endpoint);
        utility.setEndpoint(endpoint);
      }
      if (credentials != null) {
        prediction.setCredentialsProvider(credentials);
        utility.setCredentialsProvider(credentials);
      }
      this.predictions = PredictionServiceClient.create(prediction.build());
      this.utilities = LlmUtilityServiceClient.create(utility.build());
    } catch (IOException none) {
      throw ProviderFailure.of(Reason.AUTH, none);
    }
  }

  @Override
  public String engine() {
    return "vertexai";
  }

  @Override
  public String model() {
    return model;
  }

  @Override
  public Completion complete(Prompt prompt, Call call) {
    var end = new End();
    try {
      ServerStream<GenerateContentResponse> stream =
          predictions
              .streamGenerateContentCallable()
              .withDefaultCallContext(
                  com.google.api.gax.grpc.GrpcCallContext.createDefault()
                      .withTimeoutDuration(callTimeouts.total().plusSeconds(1)))
              .call(request(prompt));
      call.hangUpBy(stream::cancel);
      for (var chunk : stream) end.read(chunk, call);
    } catch (ApiException refused) {
      throw failure(refused);
    } catch (IllegalStateException broken) {
      throw ProviderFailure.of(Reason.UNAVAILABLE, broken);
    }
    return end.completion(prompt, call);
  }

  /// What the peer calls cancelled was cut off: that it was we who hung up, only we know.
  private static ProviderFailure failure(ApiException refused) {
    StatusCode.Code code = refused.getStatusCode().getCode();
    return switch (code) {
      case UNAUTHENTICATED, PERMISSION_DENIED -> ProviderFailure.of(Reason.AUTH, code.name());
      case RESOURCE_EXHAUSTED -> ProviderFailure.rateLimited(retryDelay(refused));
      case INVALID_ARGUMENT, NOT_FOUND, FAILED_PRECONDITION, OUT_OF_RANGE, UNIMPLEMENTED ->
          ProviderFailure.of(Reason.BAD_REQUEST, code.name());
      case DEADLINE_EXCEEDED -> ProviderFailure.of(Reason.TIMEOUT, code.name());
      case OK, CANCELLED, UNKNOWN, ALREADY_EXISTS, ABORTED, INTERNAL, UNAVAILABLE, DATA_LOSS ->
          ProviderFailure.of(Reason.UNAVAILABLE, code.name());
    };
  }

  private static java.time.@Nullable Duration retryDelay(ApiException refused) {
    var details = refused.getErrorDetails();
    var retry = details == null ? null : details.getRetryInfo();
    if (retry == null) return null;
    var delay = retry.getRetryDelay();
    return java.time.Duration.ofSeconds(delay.getSeconds(), delay.getNanos());
  }

  private GenerateContentRequest request(Prompt prompt) {
    var config =
        GenerationConfig.newBuilder()
            .setTemperature((float) prompt.temperature())
            .setCandidateCount(1)
            .setMaxOutputTokens(prompt.mostTokens());
    if (prompt.schema() != null) {
      config.setResponseMimeType("application/json").setResponseJsonSchema(value(prompt.schema()));
    }
    var request =
        GenerateContentRequest.newBuilder()
            .setModel(path)
            .setSystemInstruction(content("user", prompt.system()))
            .setGenerationConfig(config);
    for (var said : prompt.said()) {
      request.addContents(content(said.byModel() ? "model" : "user", said.text()));
    }
    return request.build();
  }

  private static Content content(String role, String text) {
    return Content.newBuilder().setRole(role).addParts(Part.newBuilder().setText(text)).build();
  }

  /// JSON as Protocol Buffers have it.
  private static Value value(@Nullable Object json) {
    var value = Value.newBuilder();
    switch (json) {
      case null -> value.setNullValue(NullValue.NULL_VALUE);
      case String text -> value.setStringValue(text);
      case Boolean flag -> value.setBoolValue(flag);
      case Number number -> value.setNumberValue(number.doubleValue());
      case List<?> list -> {
        var values = ListValue.newBuilder();
        list.forEach(item -> values.addValues(value(item)));
        value.setListValue(values);
      }
      case Map<?, ?> map -> {
        var fields = Struct.newBuilder();
        map.forEach((name, item) -> fields.putFields(String.valueOf(name), value(item)));
        value.setStructValue(fields);
      }
      default -> throw new IllegalArgumentException("no JSON: " + json.getClass());
    }
    return value.build();
  }

  /// How a stream ended.
  private static final class End {

    private FinishReason reason = FinishReason.FINISH_REASON_UNSPECIFIED;
    private boolean blocked;
    private long prompted;
    private long completed;

    void read(GenerateContentResponse chunk, Call call) {
      call.opened();
      if (chunk.hasUsageMetadata()) {
        prompted = chunk.getUsageMetadata().getPromptTokenCount();
        completed =
            chunk.getUsageMetadata().getTotalTokenCount()
                - chunk.getUsageMetadata().getPromptTokenCount();
      }
      if (chunk.hasPromptFeedback()) {
        blocked |= chunk.getPromptFeedback().getBlockReasonValue() != 0;
      }
      if (chunk.getCandidatesCount() == 0) return;
      var candidate = chunk.getCandidates(0);
      candidate.getContent().getPartsList().stream()
          .filter(part -> part.hasText() && !part.getThought())
          .forEach(part -> call.piece(part.getText()));
      if (candidate.getFinishReason() != FinishReason.FINISH_REASON_UNSPECIFIED) {
        reason = candidate.getFinishReason();
      }
    }

    Completion completion(Prompt prompt, Call call) {
      if (blocked) throw ProviderFailure.of(Reason.BLOCKED, "the prompt is refused");
      var text = call.text();
      return switch (reason) {
        case STOP ->
            new Completion(
                text,
                prompted == 0 ? prompt.estimatedTokens() : prompted,
                completed <= 0 ? text.length() / 4 : completed);
        case FINISH_REASON_UNSPECIFIED ->
            throw ProviderFailure.of(Reason.UNAVAILABLE, "the stream broke off");
        case MAX_TOKENS -> throw ProviderFailure.of(Reason.INVALID, "the answer was cut off");
        default -> throw ProviderFailure.of(Reason.BLOCKED, "the model refuses");
      };
    }
  }

  /// Writes and reads once without a network: loading what that needs takes long.
  @Override
  public void warmUp() {
    var prompt =
        new Prompt("", List.of(new Prompt.Said(false, "x")), Map.of("type", "object"), 0.5, 1);
    var _ = request(prompt).toByteString();
    var said =
        Candidate.newBuilder().setContent(content("model", "x")).setFinishReason(FinishReason.STOP);
    try {
      var chunk = GenerateContentResponse.newBuilder().addCandidates(said).build().toByteString();
      new End().read(GenerateContentResponse.parseFrom(chunk), new Call());
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The model garden's list is not in this library; a model that tokens can be counted for is
  /// there.
  @Override
  public Listing look(Call call) {
    try {
      var _ =
          utilities.countTokens(
              CountTokensRequest.newBuilder()
                  .setEndpoint(path)
                  .addContents(content("user", "hello"))
                  .build());
      return Listing.LISTED;
    } catch (ApiException refused) {
      if (refused.getStatusCode().getCode() == StatusCode.Code.NOT_FOUND) return Listing.UNKNOWN;
      throw failure(refused);
    }
  }

  @Override
  public void close() {
    predictions.close();
    utilities.close();
  }
}
