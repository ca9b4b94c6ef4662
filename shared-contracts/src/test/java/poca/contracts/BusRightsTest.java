package poca.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import poca.contracts.fact.AuditFact;
import poca.contracts.fact.RelationFact;
import poca.contracts.fact.SessionFact;
import poca.contracts.fact.Topic;
import poca.contracts.fact.Topics;

/// The rights on the bus are those that the services use, and no more.
class BusRightsTest {

  private static final Pattern HEARD = Pattern.compile("Subscription\\.to\\(\\s*(\\w+)\\.TOPIC");

  private record Rights(String own, Set<String> reads, Set<String> writes) {}

  @Test
  void a_service_may_read_what_it_listens_to_and_write_what_it_tells() throws IOException {
    var rights = rights();

    for (var service : rights.entrySet()) {
      var may = service.getValue();
      var reads = new TreeSet<String>();
      var writes = new TreeSet<String>();
      for (var topic : heard(service.getKey())) {
        if (!topic.startsWith(may.own() + ".")) {
          reads.add(topic);
        }
      }
      for (var topic : Topics.ALL) {
        var shared = topic.writer().equals(Topic.EACH_UNDER_ITS_NAME);
        if (shared && !service.getKey().equals("gateway")) {
          writes.add(topic.name());
        }
        assertThat(topic.name().startsWith(may.own() + "."))
            .as("%s tells %s", service.getKey(), topic.name())
            .isEqualTo(!shared && topic.isWrittenBy(service.getKey(), ""));
      }
      assertThat(may.reads()).as("%s reads", service.getKey()).isEqualTo(reads);
      assertThat(may.writes()).as("%s writes", service.getKey()).isEqualTo(writes);
    }
    assertThat(rights.keySet())
        .containsAll(
            Topics.ALL.stream()
                .map(Topic::writer)
                .filter(writer -> !writer.equals(Topic.EACH_UNDER_ITS_NAME))
                .toList())
        .contains("gateway");
  }

  private static Map<String, Rights> rights() throws IOException {
    var rights = new TreeMap<String, Rights>();
    for (var line : Files.readAllLines(Repository.root().resolve("k8s/base/kafka-rights.txt"))) {
      if (!line.isBlank() && !line.startsWith("#")) {
        var row = line.strip().split("\\s+", -1);
        rights.put(row[0], new Rights(row[1], listed(row[2]), listed(row[3])));
      }
    }
    return rights;
  }

  private static Set<String> listed(String cell) {
    return cell.equals("-") ? Set.of() : new TreeSet<>(Arrays.asList(cell.split(",", -1)));
  }

  /// By its own subscriptions, and by what it switches on of those in `access`.
  private static Set<String> heard(String service) throws IOException {
    var folder = Path.of(service, "src", "main");
    var topics = new TreeSet<String>();
    for (var source : Repository.texts(Set.of("java")).entrySet()) {
      if (source.getKey().startsWith(folder)) {
        var found = HEARD.matcher(source.getValue());
        while (found.find()) {
          topics.add(named(found.group(1)));
        }
      }
    }
    var settings =
        Files.readString(Repository.root().resolve(folder.resolve("resources/application.yml")));
    if (!service.equals("auth-service")) {
      topics.add(SessionFact.TOPIC.name());
    }
    if (Pattern.compile("relations:\\s+enabled: true").matcher(settings).find()) {
      topics.add(RelationFact.TOPIC.name());
    }
    if (settings.contains("witness-of:")) {
      topics.add(AuditFact.TOPIC.name());
    }
    return topics;
  }

  private static String named(String family) {
    return Topics.ALL.stream()
        .filter(topic -> topic.family().getSimpleName().equals(family))
        .map(Topic::name)
        .findFirst()
        .orElseThrow();
  }
}
