package poca.platform.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/// The fields of a form, read as they were written: a part of a multipart form says its charset,
/// and one that is not in it is refused. The container takes everything for UTF-8 and puts U+FFFD
/// where it is not.
public final class FormText {

  private FormText() {}

  /// Null if there is no such field.
  ///
  /// @throws Refusal 422 for bytes that are no text in the part's charset, 413 over 1 MiB
  public static @Nullable String of(HttpServletRequest form, String field) {
    if (!isMultipart(form)) {
      return form.getParameter(field);
    }
    try {
      var part = form.getPart(field);
      return part == null || part.getSubmittedFileName() != null ? null : text(part);
    } catch (IOException | ServletException | IllegalArgumentException notText) {
      throw Refusal.invalid("body", field, "value_error", "not a text in its charset");
    }
  }

  private static boolean isMultipart(HttpServletRequest form) {
    var type = form.getContentType();
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
  }

  private static String text(Part part) throws IOException {
    if (part.getSize() > BodyLimitFilter.LIMIT) {
      throw RefusalAdvice.tooLarge();
    }
    try (var in = part.getInputStream()) {
      return decoded(in.readAllBytes(), charset(part.getContentType()));
    }
  }

  private static Charset charset(@Nullable String type) {
    var named = type == null ? null : MediaType.parseMediaType(type).getCharset();
    return named == null ? StandardCharsets.UTF_8 : named;
  }

  private static String decoded(byte[] bytes, Charset charset) throws CharacterCodingException {
    return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }
}
