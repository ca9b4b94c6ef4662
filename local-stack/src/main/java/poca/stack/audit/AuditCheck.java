package poca.stack.audit;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import poca.stack.home.Environments;
import poca.stack.home.LocalService;
import tools.jackson.databind.JsonNode;

/// Proves the audit of every service: its own chain, the end of it against what its witness
/// remembers, and the directory's copy against it.
public final class AuditCheck {

  /// What was sealed a moment ago reaches the witness and the copy within this time.
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final LocalService KEEPER_OF_COPIES = LocalService.DIRECTORY_SERVICE;

  private final Map<String, URI> services;
  private final InternalRoutes routes;
  private final Duration patience;

  AuditCheck(Map<String, URI> services, InternalRoutes routes, Duration patience) {
    this.services = services;
    this.routes = routes;
    this.patience = patience;
  }

  /// Of the stack that runs with these environments.
  public static AuditCheck of(Environments environments) {
    var services = new LinkedHashMap<String, URI>();
    Arrays.stream(LocalService.values())
        .filter(service -> service.database().isPresent())
        .forEach(service ->
            services.put(
                service.id(), URI.create("http://127.0.0.1:" + environments.ports().of(service))));
    var secret = environments.of(LocalService.GATEWAY).get("POCA_SERVICE_SECRET");
    return new AuditCheck(
        services,
        new InternalRoutes(
            Objects.requireNonNull(services.get(LocalService.AUTH_SERVICE.id())),
            LocalService.GATEWAY.id(),
            Objects.requireNonNull(secret)),
        PATIENCE);
  }

  /// @return one finding for each service, and one for each that has a copy and should not exist
  public List<CheckResult> run() throws InterruptedException {
    var end = Instant.now().plus(patience);
    while (true) {
      // the chains first: what they have now, the copies must have
      var verdicts = new LinkedHashMap<String, Told>();
      for (var service : services.entrySet()) {
        verdicts.put(service.getKey(), ask(service.getValue(), "/internal/audit/verdict"));
      }
      var copies = ask(keeper(), "/internal/audit/copies");
      var judged = judge(verdicts, copies);
      if (judged.stream().noneMatch(Judged::mayBeLate) || Instant.now().isAfter(end)) {
        return judged.stream().map(Judged::finding).toList();
      }
      Thread.sleep(500);
    }
  }

  private URI keeper() {
    return Objects.requireNonNull(services.get(KEEPER_OF_COPIES.id()));
  }

  /// An answer, or why there is none.
  private record Told(@Nullable JsonNode answer, String why) {}

  private Told ask(URI service, String path) throws InterruptedException {
    try {
      return new Told(routes.get(service, path), "");
    } catch (IOException e) {
      return new Told(null, String.valueOf(e.getMessage() == null ? e : e.getMessage()));
    }
  }

  /// @param mayBeLate whether it may be right in a moment
  private record Judged(CheckResult finding, boolean mayBeLate) {}

  private List<Judged> judge(Map<String, Told> verdicts, Told copies) {
    var copyOf = new TreeMap<String, JsonNode>();
    if (copies.answer() != null) {
      copies.answer().forEach(copy -> copyOf.put(copy.path("service").asString(), copy));
    }
    var judged = new ArrayList<Judged>();
    verdicts.forEach((service, verdict) -> {
      var copy = copyOf.remove(service);
      judged.add(judge(service, verdict, copy, copies.why()));
    });
    copyOf.forEach((service, copy) ->
        judged.add(
            new Judged(
                new CheckResult(
                    service,
                    false,
                    "no service of POCA, but %s has %d entries of it"
                        .formatted(KEEPER_OF_COPIES.id(), copy.path("entries").asLong())),
                false)));
    return judged;
  }

  private static Judged judge(
      String service, Told verdict, @Nullable JsonNode copy, String whyNoCopy) {
    if (verdict.answer() == null) {
      return new Judged(new CheckResult(service, false, "was not asked: " + verdict.why()), false);
    }
    var entries = verdict.answer().path("entries").asLong();
    var chain = chain(verdict.answer(), entries);
    var kept = copy(copy, entries, whyNoCopy);
    return new Judged(
        new CheckResult(
            service, chain.right() && kept.right(), chain.words() + "; " + kept.words()),
        chain.late() || kept.late());
  }

  private record Half(boolean right, boolean late, String words) {
    static Half right(String words) {
      return new Half(true, false, words);
    }

    static Half wrong(String words) {
      return new Half(false, false, words);
    }

    static Half late(String words) {
      return new Half(false, true, words);
    }
  }

  private static Half chain(JsonNode verdict, long entries) {
    var bad = verdict.path("bad");
    var witness =
        switch (verdict.path("witness").asString()) {
          case "ASKED" -> "witness asked";
          case "SILENT" -> entries == 0 ? "nothing to witness" : "the witness REMEMBERS NOTHING";
          default -> "the witness was OUT OF REACH, so rows cut off the end may go unnoticed";
        };
    if (!bad.isNull()) {
      var id = bad.path("id").isNull() ? "" : ", row " + bad.path("id").asString();
      return Half.wrong(
          "%s at position %d%s; %d entries before it proven; %s"
              .formatted(
                  bad.path("wrong").asString(),
                  bad.path("position").asLong(),
                  id,
                  entries,
                  witness));
    }
    var words = "%d entries proven; %s".formatted(entries, witness);
    return switch (verdict.path("witness").asString()) {
      case "ASKED" -> Half.right(words);
      case "SILENT" -> entries == 0 ? Half.right(words) : Half.late(words);
      default -> Half.wrong(words);
    };
  }

  private static Half copy(@Nullable JsonNode copy, long entries, String whyNoCopy) {
    if (copy == null) {
      return whyNoCopy.isEmpty()
          ? Half.late("NO COPY in " + KEEPER_OF_COPIES.id())
          : Half.wrong("the copies were not asked: " + whyNoCopy);
    }
    var has = copy.path("entries").asLong();
    if (!copy.path("bad_position").isNull()) {
      return Half.wrong(
          "the COPY IS ANOTHER from position %d on".formatted(copy.path("bad_position").asLong()));
    }
    if (!copy.path("owner").asString().equals("ASKED")) {
      return Half.wrong("the copy was NOT COMPARED, the owner was out of reach");
    }
    return has < entries
        ? Half.late("the COPY LACKS the last %d".formatted(entries - has))
        : Half.right("copy the same");
  }
}
