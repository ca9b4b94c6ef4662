package poca.ai.engine;

import java.util.regex.Pattern;
import poca.ai.reading.Medicines;

/// Advice in the form of a question: "Could you stop the tablets?", "Have you tried ice?". What was
/// done already is asked for without proposing it: "What have you tried?", "Have you taken any
/// medicine?".
final class Treatment {

  private static final String WHO = "(?:you|he|she|they|we|i|your \\w+|the \\w+)";

  private static final String MEANS =
      "(?:medicines?|medications?|tablets?|pills?|doses?|inhalers?|creams?|ointments?|gels?|drops?|sprays?"
          + "|painkillers?|antibiotics?|antihistamines?|antacids?|laxatives?|steroids?|plasters?|bandages?"
          + "|compress(?:es)?|ice|heat|rest|fluids|water|honey|steam|saline|gargl\\w+|exercises?"
          + "|physiotherapy|diets?|supplements?|vitamins?|paracetamol)";

  private static final String ACT =
      "(?:take|stop|start|give|use|apply|try|avoid|skip|increase|reduce|double|halve|continue|keep taking"
          + "|restart|switch|change)";

  private static final String ACTING =
      "(?:taking|stopping|starting|giving|using|applying|trying|avoiding|skipping|increasing|reducing"
          + "|changing|switching|resting|drinking|eating|putting|seeing|going to (?:the|a|an|your|hospital)"
          + "|calling|visiting|booking|cutting (?:out|down)|icing|cooling|elevating|massaging|stretching"
          + "|rubbing|gargling|inhaling|raising|wearing)";

  private static final String OPEN = "(?:anything|any|something|some|other|what|which)\\b";

  /// To measure or to send something is no treatment.
  private static final String MEASURED =
      "(?:(?:\\w+ ){0,3}(?:temperature|pressure|pulse|reading|readings|photo|photos|picture|pictures|breath"
          + "|breaths|weight|thermometer|measurements?|test)\\b)";

  /// "Could you …" asks for a deed.
  private static final Pattern REQUEST =
      Pattern.compile(
          "\\b(?:could|would|will) "
              + WHO
              + " (?:please |just |also |perhaps |maybe |not )?(?:"
              + ACT
              + "|rest|drink|eat|wait|put|go to|go and|call|see (?:a|the|your)|visit|come|book|lie down"
              + "|be able to (?:"
              + ACT
              + "|go|come|call|see (?:a|the|your)|get to))\\b(?! "
              + MEASURED
              + ")");

  /// "Can you …" asks mostly what is possible.
  private static final Pattern ABILITY =
      Pattern.compile(
          "\\b(?:can|should|shall) "
              + WHO
              + " (?:please |just |also |not )?(?:"
              + ACT
              + "\\b(?: [\\p{L}'-]+){0,4}? (?:"
              + MEANS
              + "|it)\\b(?! "
              + MEASURED
              + ")|rest (?:and|at|in|for|until|it)|wait\\b|go to (?:a|the|hospital)|call\\b|come in|see (?:a|the|your) (?:doctor|gp))"
              + "|\\b(?:while|and|so) (?:\\w+ )?can "
              + WHO
              + " (?:rest|wait)\\b");

  /// "How about a rest?", "Would you like to try something?"
  private static final Pattern SUGGESTION =
      Pattern.compile(
          "\\bwhy (?:don't (?:you|we)|not)\\b|\\b(?:how|what) about (?:an? |some |\\w+ing\\b)"
              + "|\\b(?:would|do) you (?:like|want) (?:to |me to )?(?:"
              + ACT
              + "|some advice|advice|see|call|book|rest|lie down|me)\\b"
              + "|\\bwould (?:[\\p{L}-]+ ){0,3}?(?:"
              + MEANS
              + ") (?:help|be)\\b");

  private static final Pattern TRIED =
      Pattern.compile(
          "\\bha(?:ve|s) "
              + WHO
              + " (?:ever |already |also )?tried (?!"
              + OPEN
              + ")(?:"
              + ACTING
              + " (?!"
              + OPEN
              + ")|(?:an? |the |your |some )?(?:[\\p{L}-]+ ){0,2}?"
              + MEANS
              + "\\b)");

  /// What somebody in despair thinks of doing is asked for; anything else is proposed so.
  private static final Pattern CONSIDERED =
      Pattern.compile(
          "\\b(?:considered|thought (?:about|of)|thinking (?:about|of)|considering) (?:"
              + "(?!(?:harming|hurting|killing|ending|cutting|injuring|dying|being|taking (?:your|his|her) (?:own )?life"
              + "|giving up|having|something|anything|nothing)\\b)\\p{L}+ing\\b|(?:an? |the |your |some )?(?:[\\p{L}-]+ ){0,2}?"
              + MEANS
              + ")\\b");

  /// "Is another dose due now?"
  private static final Pattern DUE =
      Pattern.compile(
          "\\b(?:due (?!to\\b)|(?:time|ready) for\\b)[^?]{0,30}\\b(?:doses?|tablets?|pills?|medicine|medication)\\b"
              + "|\\b(?:doses?|tablets?|pills?|medicine|medication)\\b[^?]{0,20}\\b(?:due|safe to)\\b"
              + "|\\bsafe to (?:take|give|repeat|use)\\b");

  /// The words behind, among which a medicine may be named.
  private static final Pattern NAMED =
      Pattern.compile(
          "\\b(?:tried|considered|thought (?:about|of)|(?:can|could|would|should) "
              + WHO
              + " "
              + ACT
              + ")\\b(?! (?:"
              + OPEN
              + "|besides|apart|before|so far))((?: [\\p{L}\\p{N}%'-]+){1,5})");

  private Treatment() {}

  /// @param said in lower case
  static boolean isProposedIn(String said) {
    return REQUEST.matcher(said).find()
        || ABILITY.matcher(said).find()
        || SUGGESTION.matcher(said).find()
        || TRIED.matcher(said).find()
        || CONSIDERED.matcher(said).find()
        || DUE.matcher(said).find()
        || namesMedicine(said);
  }

  private static boolean namesMedicine(String said) {
    return NAMED.matcher(said).results().anyMatch(named -> !Medicines.in(named.group(1)).isEmpty());
  }
}
