package poca.ai.likeness;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/// Keeps a net, with a checksum of what it was made of: another model's vectors, or those of other
/// exemplars, are never taken for these.
final class ClassifierFile {

  private static final int BUFFER = 1 << 16;

  private ClassifierFile() {}

  static void write(EmergencyClassifier emergencyClassifier, String checksum, OutputStream to)
      throws IOException {
    try (var out = new DataOutputStream(new BufferedOutputStream(to))) {
      out.writeUTF(checksum);
      out.writeInt(emergencyClassifier.vectors().length);
      out.writeInt(emergencyClassifier.mean().length);
      out.writeDouble(emergencyClassifier.marginSpread());
      out.writeDouble(emergencyClassifier.ridgeSpread());
      out.writeDouble(emergencyClassifier.raise());
      out.writeDouble(emergencyClassifier.ask());
      for (var value : emergencyClassifier.mean()) out.writeFloat(value);
      for (int at = 0; at < emergencyClassifier.vectors().length; at++) {
        out.writeBoolean(emergencyClassifier.isRed()[at]);
        out.writeDouble(emergencyClassifier.weights()[at]);
        for (var value : emergencyClassifier.vectors()[at]) out.writeFloat(value);
      }
    }
  }

  /// @return empty if it was made of anything else
  static Optional<EmergencyClassifier> read(InputStream from, String checksum) throws IOException {
    try (var in = new DataInputStream(new BufferedInputStream(from, BUFFER))) {
      if (!in.readUTF().equals(checksum)) return Optional.empty();
      int size = in.readInt();
      int length = in.readInt();
      double marginSpread = in.readDouble();
      double ridgeSpread = in.readDouble();
      double raise = in.readDouble();
      double ask = in.readDouble();
      var mean = floats(in, length);
      var isRed = new boolean[size];
      var weights = new double[size];
      var vectors = new float[size][];
      for (int at = 0; at < size; at++) {
        isRed[at] = in.readBoolean();
        weights[at] = in.readDouble();
        vectors[at] = floats(in, length);
      }
      return Optional.of(
          new EmergencyClassifier(
              isRed, mean, vectors, weights, marginSpread, ridgeSpread, raise, ask));
    }
  }

  private static float[] floats(DataInputStream in, int length) throws IOException {
    var floats = new float[length];
    for (int at = 0; at < length; at++) floats[at] = in.readFloat();
    return floats;
  }
}
