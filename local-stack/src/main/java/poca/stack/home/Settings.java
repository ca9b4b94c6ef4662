package poca.stack.home;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The settings a person may make (section 7 of the contract), from the environment or, where the
/// environment is silent, from `.env` in the repository.
public final class Settings {

  private static final List<String> EVERY_SERVICE =
      List.of(
          "ACCESS_TOKEN_EXPIRE_MINUTES",
          "REFRESH_TOKEN_EXPIRE_DAYS",
          "PUBLIC_BASE_URL",
          "ALLOWED_ORIGINS",
          "AI_PROVIDER",
          "OPENAI_MODEL",
          "OPENAI_BASE_URL",
          "GEMINI_MODEL",
          "VERTEX_PROJECT",
          "VERTEX_LOCATION",
          "VERTEX_MODEL",
          "AI_TIMEOUT_SECONDS",
          "AI_FOLLOW_UP_DAYS",
          "AI_EMBEDDINGS_DIR",
          "MAX_UPLOAD_BYTES",
          "STORAGE_BYTES_PER_ACCOUNT",
          "CLAMD_ADDRESS",
          "CLINIC_TIMEZONE",
          "RATE_LIMIT_PER_SECOND",
          "AI_TURNS_PER_HOUR",
          "AI_DRAFTS_PER_HOUR",
          "PASSWORD_MIN_LENGTH",
          "PASSWORD_BLOCKLIST",
          "EMERGENCY_NUMBER",
          "CRISIS_LINE",
          "AI_RED_MINUTES",
          "WAITLIST_HOLD_MINUTES",
          "MFA_REQUIRED_ROLES",
          "SIGNUPS_PER_HOUR",
          "PUBLIC_APP_URL",
          "TRUSTED_PROXIES");

  /// Credentials go to the one service that uses them.
  private static final Map<String, LocalService> ONE_SERVICE =
      Map.of(
          "OPENAI_API_KEY", LocalService.AI_SERVICE,
          "DOCUMENT_KEYS", LocalService.RECORDS_SERVICE,
          "GOOGLE_API_KEY", LocalService.AI_SERVICE,
          "GOOGLE_APPLICATION_CREDENTIALS", LocalService.AI_SERVICE,
          "POCA_ADMIN_EMAIL", LocalService.AUTH_SERVICE,
          "POCA_ADMIN_PASSWORD", LocalService.AUTH_SERVICE);

  /// What any process of this machine needs to work here, proxies and telemetry included. The rest
  /// of the environment stays outside: a stray SERVER_PORT or SPRING_ variable would reach seven
  /// services at once.
  private static final Set<String> SYSTEM =
      Set.of(
          "PATH",
          "HOME",
          "USER",
          "LANG",
          "LC_ALL",
          "TZ",
          "TMPDIR",
          "JAVA_TOOL_OPTIONS",
          "HTTP_PROXY",
          "HTTPS_PROXY",
          "NO_PROXY",
          "http_proxy",
          "https_proxy",
          "no_proxy");

  private final Map<String, String> environment;
  private final Map<String, String> file;

  private Settings(Map<String, String> environment, Map<String, String> file) {
    this.environment = environment;
    this.file = file;
  }

  /// @param repository where `.env` may be
  public static Settings of(Map<String, String> environment, Path repository) {
    return new Settings(Map.copyOf(environment), EnvFile.read(repository.resolve(".env")));
  }

  /// A setting that is made, and not to nothing.
  public Optional<String> get(String name) {
    @Nullable String value = environment.get(name);
    if (value == null || value.isBlank()) {
      value = file.get(name);
    }
    return Optional.ofNullable(value).filter(v -> !v.isBlank());
  }

  /// What of the settings is for `room`.
  Map<String, String> of(LocalService service) {
    Map<String, String> made = new LinkedHashMap<>();
    for (String name : EVERY_SERVICE) {
      get(name).ifPresent(value -> made.put(name, value));
    }
    ONE_SERVICE.forEach((name, owner) -> {
      if (owner == service) {
        get(name).ifPresent(value -> made.put(name, value));
      }
    });
    return made;
  }

  /// What every process of the stack inherits.
  Map<String, String> system() {
    Map<String, String> inherited = new LinkedHashMap<>();
    environment.forEach((name, value) -> {
      if (SYSTEM.contains(name) || name.startsWith("OTEL_")) {
        inherited.put(name, value);
      }
    });
    // glibc gives each thread an arena of its own otherwise: tens of megabytes per process.
    inherited.put("MALLOC_ARENA_MAX", "2");
    return inherited;
  }
}
