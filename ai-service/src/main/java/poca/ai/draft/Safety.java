package poca.ai.draft;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import poca.ai.interview.Discretion;
import poca.ai.interview.Presence;
import poca.ai.reading.DetailKind;
import poca.ai.reading.Finding;
import poca.ai.triage.Urgency;
import poca.ai.triage.UrgencyLevel;

/// What a summary says of the patient's safety, beside what is wrong.
///
/// @param selfHarm whether thoughts of suicide or harm to oneself are told or not denied
/// @param company whether somebody is there
/// @param bleeding whether it may bleed where a thinner of the blood makes it worse
/// @param discretion whether somebody close is not to know
record Safety(boolean selfHarm, boolean company, boolean bleeding, boolean discretion) {

  private static final Set<Finding> SELF_HARM =
      Set.of(Finding.of("suicidal"), Finding.of("self-harm-now"));

  private static final Pattern ANSWERED_YES =
      Pattern.compile(
          Pattern.quote(DetailKind.COMPANY.label())
              + ": as answered \"(?:yes|yeah|yep|sure)[.!]?\"",
          Pattern.CASE_INSENSITIVE);

  /// Beginnings of the rules under which a blood thinner is not gone on with before a doctor has
  /// seen it.
  private static final List<String> BLEEDING =
      List.of(
          "red.bleeding",
          "red.medicine.bleeding",
          "red.thin-blood",
          "red.head-injury",
          "red.medicine.head-injury",
          "red.nosebleed",
          "red.coughing-blood");

  static Safety of(
      String summary,
      List<String> passages,
      @Nullable String why,
      Set<Finding> present,
      @Nullable Urgency assessed) {
    return new Safety(
        SELF_HARM.stream()
            .anyMatch(f ->
                present.contains(f) || (why != null && why.contains("asked for " + f.label()))),
        ANSWERED_YES.matcher(summary).find() || Presence.isOfSomebody(passages),
        assessed != null
            && assessed.firings().stream()
                .filter(f -> f.level() == UrgencyLevel.RED)
                .anyMatch(f -> BLEEDING.stream().anyMatch(f.ruleId()::startsWith)),
        passages.stream().anyMatch(Discretion::isAskedFor));
  }
}
