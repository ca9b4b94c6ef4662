package poca.ai.session;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import poca.platform.text.Texts;
import poca.platform.web.Refusal;
import poca.platform.web.Storable;

/// Checks the form of texts: there, and not too large.
public final class TextRules {

  /// Bytes of UTF-8.
  public static final int LARGEST_MESSAGE = 16 * 1024;

  private static final int LONGEST_SUMMARY = 20_000;

  private TextRules() {}

  /// @throws Refusal 422
  static String message(@Nullable String text) {
    var said = present("message", text);
    if (isTooLarge(said)) {
      throw Refusal.invalid("body", "message", "string_too_long", "must have at most 16 KiB");
    }
    return said;
  }

  /// A summary is a long text of the contract's 1.9.
  ///
  /// @throws Refusal 422
  public static String summary(@Nullable String text) {
    var said = present("summary", text);
    if (Texts.length(said) > LONGEST_SUMMARY) {
      throw Refusal.invalid(
          "body", "summary", "string_too_long", "must have at most 20000 characters");
    }
    return said;
  }

  private static String present(String field, @Nullable String text) {
    if (text == null) {
      throw Refusal.invalid("body", field, "missing", "Field required");
    }
    if (Texts.isBlank(text)) {
      throw Refusal.invalid("body", field, "string_too_short", "must not be blank");
    }
    if (!Storable.isText(text)) {
      throw Refusal.invalid("body", field, "value_error", "has characters that cannot be kept");
    }
    return text;
  }

  /// Cut from the middle, where the least is lost.
  static String shortened(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    var half = longest / 2;
    return text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, half)))
        + " [...] "
        + text.substring(text.offsetByCodePoints(text.length(), -half / 2));
  }

  public static boolean isTooLarge(String message) {
    return message.getBytes(StandardCharsets.UTF_8).length > LARGEST_MESSAGE;
  }
}
