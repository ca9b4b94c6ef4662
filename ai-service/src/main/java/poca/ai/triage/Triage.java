package poca.ai.triage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import poca.ai.content.Content;
import poca.ai.reading.Finding;
import poca.ai.reading.Span;
import poca.ai.reading.Story;

/// Rates how urgent a conversation is by fixed rules over the patient's words.
///
/// The rating of a session never falls: messages are added one by one, and a rule that has fired
/// stays.
public final class Triage {

  /// Changes whenever a rule or the reading of words changes: the number by hand, with the code;
  /// the rest by itself, with the content.
  public static final String RULE_SET = "poca-triage-1.5+" + Content.checksum();

  public static final String GREEN_RULE = "green.no-warning-sign";

  /// What is not understood is at least yellow.
  public static final String NOT_UNDERSTOOD = "not-understood";

  /// So is what is written in a language that is not read.
  public static final String UNREAD_LANGUAGE = "language.unread";

  private static final String ALARM = "words of an emergency in a language that is not read";

  static final List<Rule> RULES = RuleFiles.read();

  private Triage() {}

  /// How many rules there are.
  public static int size() {
    return RULES.size();
  }

  /// What the rules are called.
  public static List<String> ids() {
    return RULES.stream().map(Rule::id).toList();
  }

  static boolean isFloor(String ruleId) {
    return ruleId.equals(NOT_UNDERSTOOD) || ruleId.equals(UNREAD_LANGUAGE);
  }

  /// What a sign would mean if the patient had it.
  public record Outlook(String ruleId, UrgencyLevel level) {}

  /// Which rule each of these signs would make fire besides what was said, of several the most
  /// urgent. Signs that change nothing are left out.
  public static Map<Finding, Outlook> outlooks(
      Story story, Background background, Collection<Finding> signs) {
    var patient = new CaseSoFar(background);
    for (var reading : story.readings()) patient.add(reading);
    var last = story.readings().getLast();
    var span = new Span(last.messageId(), 0, 1);
    var fired = new HashSet<Rule>();
    for (var rule : RULES) if (fires(rule, patient)) fired.add(rule);
    var outlooks = new TreeMap<Finding, Outlook>();
    for (var sign : signs) {
      patient.suppose(sign, span);
      RULES.stream()
          .filter(rule -> !fired.contains(rule) && fires(rule, patient))
          .reduce((first, other) -> other.level().compareTo(first.level()) > 0 ? other : first)
          .ifPresent(rule -> outlooks.put(sign, new Outlook(rule.id(), rule.level())));
    }
    return outlooks;
  }

  private static boolean fires(Rule rule, CaseSoFar patient) {
    var evidence = rule.evidence(patient);
    return evidence != null && !evidence.isEmpty();
  }

  /// The urgency after the newest message; null before the first one.
  public static @Nullable Urgency assess(Story story, Background background) {
    if (story.readings().isEmpty()) return null;
    var patient = new CaseSoFar(background);
    var firings = new ArrayList<Urgency.Firing>();
    var fired = new HashSet<String>();
    for (var reading : story.readings()) {
      patient.add(reading);
      for (var alarm : reading.alarms()) {
        var id = "red.alarm." + alarm.family().label();
        var span = new Span(reading.messageId(), alarm.start(), alarm.end());
        if (fired.add(id))
          firings.add(
              new Urgency.Firing(id, UrgencyLevel.RED, ALARM, reading.messageId(), List.of(span)));
      }
      for (var rule : RULES) {
        if (fired.contains(rule.id())) continue;
        var evidence = rule.evidence(patient);
        if (evidence == null || evidence.isEmpty()) continue;
        fired.add(rule.id());
        firings.add(
            new Urgency.Firing(
                rule.id(), rule.level(), rule.reason(), reading.messageId(), evidence));
      }
    }
    // Stable: within a level the rule that fired first leads.
    firings.sort(Comparator.comparing(Urgency.Firing::level).reversed());
    if (firings.isEmpty()) {
      var first = story.readings().getFirst().messageId();
      return new Urgency(
          UrgencyLevel.GREEN,
          GREEN_RULE,
          RULE_SET,
          "no warning sign recognised",
          first,
          List.of(),
          List.of());
    }
    var lead = firings.getFirst();
    return new Urgency(
        lead.level(),
        lead.ruleId(),
        RULE_SET,
        lead.reason(),
        lead.since(),
        lead.evidence(),
        List.copyOf(firings));
  }
}
