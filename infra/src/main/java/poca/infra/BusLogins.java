package poca.infra;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;

/// The logins of a broker. Services prove theirs by SCRAM-SHA-512, which sends no password; the
/// broker's own, which may do everything, is the one that is known before there is any data, by
/// PLAIN: on the controller's listener, between brokers, and for giving the others.
///
/// @param broker the password of the broker's own login
/// @param services the passwords of the services by their names
public record BusLogins(String broker, Map<String, String> services) {

  /// The end of the names of settings that hold passwords.
  static final String SECRETS = ".sasl.jaas.config";

  private static final String BROKER = "broker";
  private static final int ITERATIONS = 4096;

  /// @param listed `name=password,...`
  static BusLogins of(String broker, String listed) {
    Map<String, String> services = new LinkedHashMap<>();
    for (String entry : listed.split(",", -1)) {
      int equals = entry.indexOf('=');
      services.put(entry.substring(0, equals), entry.substring(equals + 1));
    }
    return new BusLogins(broker, services);
  }

  /// @param clients the name of the listener for clients
  /// @param controller of the controller's
  void require(Properties p, String clients, String controller) {
    p.put("sasl.enabled.mechanisms", "SCRAM-SHA-512,PLAIN");
    p.put(listener(controller) + "sasl.enabled.mechanisms", "PLAIN");
    p.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
    p.put("sasl.mechanism.controller.protocol", "PLAIN");
    for (String listener : List.of(clients, controller)) {
      p.put(
          listener(listener) + "plain" + SECRETS,
          plain() + " user_" + BROKER + "=\"" + broker + "\";");
    }
    p.put(
        listener(clients) + "scram-sha-512" + SECRETS,
        "org.apache.kafka.common.security.scram.ScramLoginModule required;");
    p.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
    p.put("super.users", "User:" + BROKER);
    p.put("allow.everyone.if.no.acl.found", "false");
  }

  private static String listener(String name) {
    return "listener.name." + name.toLowerCase(Locale.ROOT) + ".";
  }

  private String plain() {
    return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\""
        .formatted(BROKER, broker);
  }

  /// Gives every service its login and its rights, and takes away what else there is.
  void give(String bootstrapServers) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", bootstrapServers);
    settings.put("security.protocol", "SASL_PLAINTEXT");
    settings.put("sasl.mechanism", "PLAIN");
    settings.put("sasl.jaas.config", plain() + ";");
    try (Admin admin = Admin.create(settings)) {
      List<UserScramCredentialAlteration> logins = new ArrayList<>();
      services.forEach((name, password) ->
          logins.add(
              new UserScramCredentialUpsertion(
                  name,
                  new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS),
                  password)));
      admin.alterUserScramCredentials(logins).all().get();
      List<AclBinding> rights = BusRights.all();
      List<AclBinding> others =
          new ArrayList<>(admin.describeAcls(AclBindingFilter.ANY).values().get());
      others.removeAll(new HashSet<>(rights));
      admin.deleteAcls(others.stream().map(AclBinding::toFilter).toList()).all().get();
      admin.createAcls(rights).all().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the logins of the bus could not be given", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the logins of the bus could not be given", e);
    }
  }

  @Override
  public String toString() {
    return "BusLogins" + services.keySet();
  }
}
