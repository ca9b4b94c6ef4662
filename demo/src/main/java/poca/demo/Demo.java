package poca.demo;

import java.net.URI;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// What `./poca demo` does: loads the people, plays a consultation of a mother about her newborn,
/// and prints a login for each role.
public final class Demo {

  /// A young infant with fever: the assistant must see the emergency.
  static final Consultation.Complaint NEWBORN_FEVER =
      new Consultation.Complaint(
          "My baby has had a fever since last night and is drinking less than usual.",
          List.of(
              Map.entry("temperature", "38.4 C under the arm"),
              Map.entry("how high", "38.4 C under the arm"),
              Map.entry("wet", "three wet diapers since yesterday morning"),
              Map.entry("diaper", "three wet diapers since yesterday morning"),
              Map.entry("feed", "she drinks about half of what she usually does"),
              Map.entry("drink", "she drinks about half of what she usually does"),
              Map.entry("breath", "no trouble breathing"),
              Map.entry("medic", "nothing given so far"),
              Map.entry("remed", "nothing given so far"),
              Map.entry("long", "since last night"),
              Map.entry("", "no, nothing else")));

  private final Gateway gateway;
  private final Consumer<String> screen;

  /// @param secondFactors where the secrets of accounts are that must have a second factor
  public Demo(URI url, AuthenticatorApp authenticatorApp, Consumer<String> screen) {
    this.gateway = new Gateway(url, authenticatorApp);
    this.screen = screen;
  }

  /// @throws StepFailed as soon as a step is not what the contract promises
  public void play(String adminEmail, String adminPassword, String demoPassword) {
    screen.accept("== Loading the demo's people through the API");
    var admin = gateway.login(adminEmail, adminPassword);
    var data = DemoData.asOf(LocalDate.now(ZoneOffset.UTC));
    var loaded = new Loader(gateway, data, admin, demoPassword, screen).load();

    screen.accept("");
    screen.accept("== A consultation: a mother writes about her newborn");
    var parties =
        new Consultation.Parties(
            loaded.login("pediatrician"),
            loaded.login("mother"),
            loaded.id("pediatrician"),
            loaded.id("newborn"));
    var chat = new Consultation(gateway, screen).play(parties, NEWBORN_FEVER);
    screen.accept("");
    screen.accept("== Every step was as it should be. The chat is " + chat);

    screen.accept("");
    screen.accept("== Logins (demo accounts share the password " + demoPassword + ")");
    screen.accept("  admin     " + adminEmail + " (its own password)");
    for (var key : List.of("pediatrician", "mother", "harbor-women-and-children")) {
      var login = loaded.login(key);
      screen.accept("  %-9s %s".formatted(login.role(), login.email()));
    }
  }

  /// Plays the consultation `times` times, each with a doctor and a patient who have just signed
  /// up, with no pause between two calls.
  ///
  /// @throws StepFailed at the first one that goes wrong
  public void playWithStrangers(int times, String adminEmail, String adminPassword) {
    var admin = gateway.login(adminEmail, adminPassword);
    for (var i = 1; i <= times; i++) {
      screen.accept("== Consultation %d of %d".formatted(i, times));
      new Consultation(gateway, screen).play(strangers(gateway, admin), Consultation.FEVER);
    }
    screen.accept("== %d of %d consultations went as they should".formatted(times, times));
  }

  /// A doctor and a patient who have just signed up and were mapped by the admin.
  public static Consultation.Parties strangers(Gateway gateway, Login admin) {
    var bytes = new byte[8];
    new SecureRandom().nextBytes(bytes);
    var unique = HexFormat.of().formatHex(bytes);
    var doctor =
        gateway.account(
            "doctor",
            "doctor-" + unique + "@demo.poca.example",
            unique + unique,
            Map.of("name", "Dr. Ana Stranger", "designation", "Pediatrician"));
    var patient =
        gateway.account(
            "patient",
            "patient-" + unique + "@demo.poca.example",
            unique + unique,
            Map.of("name", "Pat Stranger", "dob", "2021-05-04", "gender", "female", "weight", 16));
    gateway
        .post(
            admin,
            "/mappings/doctor-patient",
            Map.of("doctor_id", doctor.userId(), "patient_id", patient.userId()))
        .data();
    return new Consultation.Parties(doctor, patient, doctor.userId(), patient.userId());
  }
}
