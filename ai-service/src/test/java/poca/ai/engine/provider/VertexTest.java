package poca.ai.engine.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.gax.core.FixedCredentialsProvider;
import com.google.api.gax.grpc.InstantiatingGrpcChannelProvider;
import com.google.auth.Credentials;
import com.google.auth.oauth2.ServiceAccountCredentials;
import com.google.cloud.vertexai.api.Candidate;
import com.google.cloud.vertexai.api.Content;
import com.google.cloud.vertexai.api.CountTokensRequest;
import com.google.cloud.vertexai.api.CountTokensResponse;
import com.google.cloud.vertexai.api.GenerateContentRequest;
import com.google.cloud.vertexai.api.GenerateContentResponse;
import com.google.cloud.vertexai.api.LlmUtilityServiceGrpc;
import com.google.cloud.vertexai.api.Part;
import com.google.cloud.vertexai.api.PredictionServiceGrpc;
import com.sun.net.httpserver.HttpServer;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import poca.ai.engine.provider.ProviderFailure.Reason;

/// The platform's client against a gRPC server of our own, with the key of a made-up service
/// account.
@SuppressWarnings("NullAway.Init") // made before each test
class VertexTest {

  private static final CallTimeouts CLOCKS =
      new CallTimeouts(
          Duration.ofSeconds(5),
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ofSeconds(6),
          Duration.ofSeconds(1));

  private static final Prompt PROMPT =
      new Prompt(
          "system",
          List.of(
              new Prompt.Said(false, "hello"),
              new Prompt.Said(true, "{}"),
              new Prompt.Said(false, "well?")),
          Map.of("type", "object", "required", List.of("message")),
          0.2,
          100);

  private final Peer peer = new Peer();
  private final List<String> tokens = new CopyOnWriteArrayList<>();
  private Server server;
  private HttpServer tokenServer;
  private Vertex vertex;
  private ModelClient client;

  private enum Mood {
    WELL,
    CUT,
    LIMITED,
    REFUSED,
    BROKEN,
    SILENT,
    BLOCKED
  }

  private static final class Peer extends PredictionServiceGrpc.PredictionServiceImplBase {
    final List<GenerateContentRequest> requests = new CopyOnWriteArrayList<>();
    final CompletableFuture<String> hungUp = new CompletableFuture<>();
    volatile Mood mood = Mood.WELL;

    @Override
    public void streamGenerateContent(
        GenerateContentRequest request, StreamObserver<GenerateContentResponse> to) {
      requests.add(request);
      if (to instanceof io.grpc.stub.ServerCallStreamObserver<GenerateContentResponse> call)
        call.setOnCancelHandler(() -> hungUp.complete("cancelled"));
      switch (mood) {
        case LIMITED -> to.onError(Status.RESOURCE_EXHAUSTED.asRuntimeException());
        case REFUSED -> to.onError(Status.PERMISSION_DENIED.asRuntimeException());
        case BROKEN -> to.onError(Status.INTERNAL.asRuntimeException());
        case BLOCKED -> {
          to.onNext(piece("", Candidate.FinishReason.SAFETY));
          to.onCompleted();
        }
        case WELL, CUT, SILENT -> {
          to.onNext(piece("How ", Candidate.FinishReason.FINISH_REASON_UNSPECIFIED));
          to.onNext(piece("long?", Candidate.FinishReason.FINISH_REASON_UNSPECIFIED));
          if (mood == Mood.SILENT) return;
          if (mood == Mood.WELL) {
            var end = piece("", Candidate.FinishReason.STOP).toBuilder();
            end.getUsageMetadataBuilder().setPromptTokenCount(30).setTotalTokenCount(37);
            to.onNext(end.build());
          }
          to.onCompleted();
        }
      }
    }

    private static GenerateContentResponse piece(String text, Candidate.FinishReason reason) {
      return GenerateContentResponse.newBuilder()
          .addCandidates(
              Candidate.newBuilder()
                  .setContent(
                      Content.newBuilder()
                          .setRole("model")
                          .addParts(Part.newBuilder().setText(text)))
                  .setFinishReason(reason))
          .build();
    }
  }

  private static final class Garden extends LlmUtilityServiceGrpc.LlmUtilityServiceImplBase {
    @Override
    public void countTokens(CountTokensRequest request, StreamObserver<CountTokensResponse> to) {
      if (request.getEndpoint().endsWith("/gemini-x")) {
        to.onNext(CountTokensResponse.newBuilder().setTotalTokens(1).build());
        to.onCompleted();
      } else {
        to.onError(Status.NOT_FOUND.asRuntimeException());
      }
    }
  }

  private final class Tokens implements ServerInterceptor {
    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
        ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
      tokens.add(
          String.valueOf(
              headers.get(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER))));
      return next.startCall(call, headers);
    }
  }

  @BeforeEach
  void start() throws Exception {
    server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .addService(peer)
            .addService(new Garden())
            .intercept(new Tokens())
            .build()
            .start();
    tokenServer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    tokenServer.createContext(
        "/token",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          var body =
              "{\"access_token\":\"made-up\",\"token_type\":\"Bearer\",\"expires_in\":3600}"
                  .getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          try (var out = exchange.getResponseBody()) {
            out.write(body);
          }
        });
    tokenServer.start();
    vertex = vertex("gemini-x");
    client = new ModelClient("vertexai", "gemini-x", () -> vertex, CLOCKS);
  }

  private Vertex vertex(String model) throws Exception {
    return new Vertex(
        "project",
        "us-central1",
        model,
        CLOCKS,
        InstantiatingGrpcChannelProvider.newBuilder()
            .setEndpoint("127.0.0.1:" + server.getPort())
            .setChannelConfigurator(ManagedChannelBuilder::usePlaintext)
            .build(),
        FixedCredentialsProvider.create(new OverPlainText(account())));
  }

  private ServiceAccountCredentials account() throws Exception {
    var key = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate().getEncoded();
    var pem =
        "-----BEGIN PRIVATE KEY-----\\n"
            + Base64.getEncoder().encodeToString(key)
            + "\\n-----END PRIVATE KEY-----\\n";
    var json =
        """
        {"type":"service_account","project_id":"project","private_key_id":"1","private_key":"%s",
         "client_email":"nobody@example.org","client_id":"1","token_uri":"http://127.0.0.1:%d/token"}
        """
            .formatted(pem, tokenServer.getAddress().getPort());
    return (ServiceAccountCredentials)
        ServiceAccountCredentials.fromStream(
                new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)))
            .createScoped("https://www.googleapis.com/auth/cloud-platform");
  }

  /// gRPC sends no Google credentials over a channel without TLS; these only look like others.
  private static final class OverPlainText extends Credentials {
    private static final long serialVersionUID = 1L;
    private final ServiceAccountCredentials account;

    OverPlainText(ServiceAccountCredentials account) {
      this.account = account;
    }

    @Override
    public String getAuthenticationType() {
      return account.getAuthenticationType();
    }

    @Override
    public Map<String, List<String>> getRequestMetadata(URI uri) throws IOException {
      return account.getRequestMetadata(uri);
    }

    @Override
    public boolean hasRequestMetadata() {
      return true;
    }

    @Override
    public boolean hasRequestMetadataOnly() {
      return true;
    }

    @Override
    public void refresh() throws IOException {
      account.refresh();
    }
  }

  @AfterEach
  void stop() {
    vertex.close();
    server.shutdownNow();
    tokenServer.stop(0);
  }

  private Completion ask() {
    return client.ask(PROMPT, System.nanoTime() + CLOCKS.total().toNanos());
  }

  @Test
  void an_answer_comes_with_its_tokens_and_the_accounts_credentials_were_sent() {
    assertThat(ask()).isEqualTo(new Completion("How long?", 30, 7));
    var request = peer.requests.getFirst();
    assertThat(request.getModel())
        .isEqualTo("projects/project/locations/us-central1/publishers/google/models/gemini-x");
    assertThat(request.getSystemInstruction().getParts(0).getText()).isEqualTo("system");
    assertThat(request.getContentsList())
        .extracting(Content::getRole)
        .containsExactly("user", "model", "user");
    assertThat(request.getGenerationConfig().getResponseMimeType()).isEqualTo("application/json");
    assertThat(tokens).containsExactly("Bearer made-up");
  }

  @Test
  void whatever_is_not_an_end_is_a_failure_by_its_kind_and_asked_once() {
    fails(Mood.CUT, Reason.UNAVAILABLE);
    fails(Mood.BLOCKED, Reason.BLOCKED);
    fails(Mood.BROKEN, Reason.UNAVAILABLE);
    assertThat(peer.requests).hasSize(3);
  }

  @Test
  void refused_credentials_and_too_many_requests_are_told_apart() {
    fails(Mood.REFUSED, Reason.AUTH);
    client = new ModelClient("vertexai", "gemini-x", () -> vertex, CLOCKS);
    fails(Mood.LIMITED, Reason.RATE_LIMITED);
  }

  @Test
  void who_falls_silent_is_hung_up_on() throws Exception {
    ask();
    fails(Mood.SILENT, Reason.TIMEOUT);
    assertThat(peer.hungUp.get(2, TimeUnit.SECONDS)).isEqualTo("cancelled");
  }

  private void fails(Mood mood, Reason reason) {
    peer.mood = mood;
    assertThatThrownBy(this::ask)
        .isInstanceOfSatisfying(
            ProviderFailure.class, f -> assertThat(f.reason()).as(mood.name()).isEqualTo(reason));
  }

  @Test
  void a_model_that_tokens_can_be_counted_for_is_there() throws Exception {
    assertThat(client.look()).isEqualTo(Listing.LISTED);
    try (var other = vertex("gemini-gone")) {
      assertThat(new ModelClient("vertexai", "gemini-gone", () -> other, CLOCKS).look())
          .isEqualTo(Listing.UNKNOWN);
    }
  }
}
