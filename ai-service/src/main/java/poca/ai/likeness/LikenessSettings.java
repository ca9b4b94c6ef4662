package poca.ai.likeness;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param embeddingsDir AI_EMBEDDINGS_DIR, a folder with `model.onnx` and `tokenizer.json`; empty
///   for the model that ships
@ConfigurationProperties("poca.ai")
record LikenessSettings(@DefaultValue("") String embeddingsDir) {

  ModelFiles files() {
    return embeddingsDir.isBlank()
        ? new ModelFiles.Shipped()
        : new ModelFiles.Folder(Path.of(embeddingsDir.strip()));
  }
}
