package poca.gateway.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;
import tools.jackson.databind.json.JsonMapper;

/// The OpenAPI document: people write it as YAML, programs get it as JSON.
final class ApiDescription {

  private final byte[] json;

  private ApiDescription(byte[] json) {
    this.json = json;
  }

  /// `docs/openapi.yaml`, which the build puts beside the classes.
  ///
  /// @throws RuntimeException if it is missing or not to be read
  static ApiDescription ofProduct() {
    try (var file = ApiDescription.class.getResourceAsStream("/openapi/openapi.yaml")) {
      if (file == null) {
        throw new IllegalStateException("openapi.yaml is missing");
      }
      return parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// @throws IllegalStateException if it is no OpenAPI 3.1 document
  static ApiDescription parse(String text) {
    if (!(load(text) instanceof Map<?, ?> document)
        || !String.valueOf(document.get("openapi")).startsWith("3.1.")
        || !(document.get("paths") instanceof Map<?, ?>)) {
      throw new IllegalStateException("openapi.yaml is no OpenAPI 3.1 document");
    }
    return new ApiDescription(JsonMapper.shared().writeValueAsBytes(document));
  }

  private static Object load(String text) {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    var dumper = new DumperOptions();
    try {
      return new Yaml(
              new SafeConstructor(options),
              new Representer(dumper),
              dumper,
              options,
              new JsonTypes())
          .load(text);
    } catch (YAMLException broken) {
      throw new IllegalStateException("openapi.yaml cannot be read", broken);
    }
  }

  byte[] json() {
    return json;
  }

  /// The types of JSON and no others: YAML 1.1 would take 2026-10-01 for a date and `no` for false.
  private static final class JsonTypes extends Resolver {
    @Override
    protected void addImplicitResolvers() {
      addImplicitResolver(Tag.BOOL, Pattern.compile("true|false"), "tf");
      addImplicitResolver(Tag.INT, Pattern.compile("-?(?:0|[1-9][0-9]*)"), "-0123456789");
      addImplicitResolver(
          Tag.FLOAT,
          Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?"),
          "-0123456789");
      addImplicitResolver(Tag.NULL, Pattern.compile("null"), "n");
    }
  }
}
