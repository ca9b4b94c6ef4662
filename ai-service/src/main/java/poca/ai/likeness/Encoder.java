package poca.ai.likeness;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Turns a text into a vector of length one; texts that mean nearly the same lie near each other.
/// May be used by several threads at once, each of which computes on its own core only.
final class Encoder implements AutoCloseable {

  /// The model was taught to compare texts that begin with this.
  private static final String PREFIX = "query: ";

  /// As many word pieces as the model has places for.
  private static final int MOST_PIECES = 512;

  private final WordPieces pieces;
  private final OrtSession session;
  private final Set<String> inputs;

  private Encoder(WordPieces pieces, OrtSession session) {
    this.pieces = pieces;
    this.session = session;
    this.inputs = session.getInputNames();
  }

  /// @throws IOException if the model is not there or cannot be run here
  static Encoder of(ModelFiles files) throws IOException {
    try (var tokenizer = files.tokenizer()) {
      var pieces = WordPieces.read(tokenizer);
      return new Encoder(pieces, files.withModel(Encoder::session));
    } catch (LinkageError e) {
      throw new IOException("no native code for this machine", e);
    }
  }

  private static OrtSession session(Path model) throws IOException {
    try (var options = new SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.setExecutionMode(SessionOptions.ExecutionMode.SEQUENTIAL);
      // Memory once used would be kept for the longest text ever seen.
      options.setCPUArenaAllocator(false);
      options.setMemoryPatternOptimization(false);
      return OrtEnvironment.getEnvironment().createSession(model.toString(), options);
    } catch (OrtException e) {
      throw new IOException("the sentence model cannot be run here", e);
    }
  }

  /// @return of length one
  float[] encode(String text) {
    var numbers = pieces.of(PREFIX + text, MOST_PIECES);
    var ones = new long[numbers.length];
    Arrays.fill(ones, 1);
    var environment = OrtEnvironment.getEnvironment();
    try (var ids = OnnxTensor.createTensor(environment, new long[][] {numbers});
        var mask = OnnxTensor.createTensor(environment, new long[][] {ones});
        var types = OnnxTensor.createTensor(environment, new long[][] {new long[numbers.length]})) {
      var fed = new HashMap<String, OnnxTensor>();
      fed.put("input_ids", ids);
      fed.put("attention_mask", mask);
      fed.put("token_type_ids", types);
      fed.keySet().retainAll(inputs);
      return mean(fed);
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }

  private float[] mean(Map<String, OnnxTensor> fed) throws OrtException {
    try (var result = session.run(fed)) {
      var ofPieces = ((float[][][]) result.get(0).getValue())[0];
      var mean = new float[ofPieces[0].length];
      for (var piece : ofPieces) for (int at = 0; at < mean.length; at++) mean[at] += piece[at];
      double square = 0;
      for (var value : mean) square += value * value;
      var length = (float) Math.sqrt(square);
      for (int at = 0; at < mean.length; at++) mean[at] /= length;
      return mean;
    }
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }
}
