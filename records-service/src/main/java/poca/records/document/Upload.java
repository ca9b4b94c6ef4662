package poca.records.document;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;

/// A file as a client sends it. Its type is for us to find out.
public record Upload(@Nullable String fileName, InputStreamSource content) {

  InputStream open() throws IOException {
    return content.getInputStream();
  }
}
