package poca.infra;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/// What each login may do on the bus, as `k8s/base/kafka-rights.txt` says it.
final class BusRights {

  private static final String FILE = "/kafka-rights.txt";
  private static final String NOTHING = "-";

  private BusRights() {}

  static List<AclBinding> all() {
    List<AclBinding> rights = new ArrayList<>();
    for (String line : lines()) {
      String[] row = line.strip().split("\\s+", -1);
      add(rights, row[0], ResourceType.TOPIC, row[1], PatternType.PREFIXED, AclOperation.READ);
      add(rights, row[0], ResourceType.TOPIC, row[1], PatternType.PREFIXED, AclOperation.WRITE);
      add(rights, row[0], ResourceType.TOPIC, row[1], PatternType.PREFIXED, AclOperation.CREATE);
      add(rights, row[0], ResourceType.GROUP, row[1], PatternType.PREFIXED, AclOperation.READ);
      for (String topic : listed(row[2])) {
        add(rights, row[0], ResourceType.TOPIC, topic, PatternType.LITERAL, AclOperation.READ);
        add(rights, row[0], ResourceType.TOPIC, topic, PatternType.LITERAL, AclOperation.CREATE);
      }
      for (String topic : listed(row[3])) {
        add(rights, row[0], ResourceType.TOPIC, topic, PatternType.LITERAL, AclOperation.WRITE);
        add(rights, row[0], ResourceType.TOPIC, topic, PatternType.LITERAL, AclOperation.CREATE);
      }
    }
    return rights;
  }

  private static void add(
      List<AclBinding> rights,
      String login,
      ResourceType type,
      String name,
      PatternType pattern,
      AclOperation operation) {
    rights.add(
        new AclBinding(
            new ResourcePattern(type, name, pattern),
            new AccessControlEntry("User:" + login, "*", operation, AclPermissionType.ALLOW)));
  }

  private static List<String> listed(String cell) {
    return cell.equals(NOTHING) ? List.of() : List.of(cell.split(",", -1));
  }

  private static List<String> lines() {
    try (BufferedReader file =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(BusRights.class.getResourceAsStream(FILE), FILE),
                StandardCharsets.UTF_8))) {
      return file.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
