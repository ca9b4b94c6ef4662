package poca.ai.engine;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Nobody but the doctor advises: finds a dose, a diagnosis, reassurance or advice in what a model
/// wants to say to a patient. Better a harmless answer withheld than one of these sent.
final class Guard {

  /// Why an answer is withheld, as the metric says it.
  enum Breach {
    DOSE,
    DIAGNOSIS,
    REASSURANCE,
    ADVICE;

    String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// To take an amount is a dose whoever said it. "Do you take it twice a day?" asks.
  static final Pattern DOSE =
      Pattern.compile(
          "(?:^|[.!?;:,]\\s*|\\b(?:then|and|or|so|please|just|can you|could you|would you|should (?:you|she|he)) )"
              + "(?:take|give|use|apply|inject|swallow)\\b[^?.]{0,60}\\b(?:\\d|one|two|three|four|half)"
              + "|(?<!\\b(?:do|does|did) (?:you|he|she|they|it) )"
              + "\\b(?:take|give|use|apply|inject|swallow)\\b[^?.]{0,60}\\b(?:daily|every (?:\\d+|few|four"
              + "|six|eight|twelve) hours?|(?:times|once|twice) (?:a|per) day)\\b");

  /// How something must be for whoever has it. Sympathy is no part of a question, and no diagnosis.
  private static final String FELT =
      "(?: (?:be|been|so|very|really|quite|rather|incredibly|extremely|an?|such|having|going through))*"
          + " (?:frightening|scary|worrying|hard|difficult|tough|upsetting|distressing|painful|uncomfortable"
          + "|exhausting|tiring|stressful|unpleasant|frustrating|awful|horrible|annoying|overwhelming|lot|shock"
          + "|rough)(?: (?:time|day|days|night|week|weeks|experience|situation))?(?: for you)?"
          + "(?: (?:with|without|on|to)(?: \\p{L}+){1,4})?\\s*[.,;!?]";

  static final Pattern DIAGNOSIS =
      Pattern.compile(
          "(?:^|[.!;:,]\\s*|\\b(?:so|and|but|as|because|since|that) )(?:you|he|she|they|your (?:baby|child|son"
              + "|daughter))(?:'ve| have| has|'re| are| is)\\b(?! you\\b)(?=[^?]*[.!,;])"
              + "|\\b(?<!do |did |does |if |when |could |would )(?:you|he|she|it|this|that|they)"
              + " (?:probably|likely|may|might|could|clearly|definitely|certainly|must|most likely)"
              + "(?: well| also)? (?:have|has|be|suffer)\\b(?!"
              + FELT
              + ")"
              + "|\\b(?:could|might|may) (?:you|he|she|it|this|they|your \\w+) have"
              + " (?!been\\b|had\\b|\\w+e[dn]\\b|(?:a |any )?(?:fever|temperature)|hurt\\b|got\\b|caught\\b|hit\\b)"
              + "|\\b(?:sounds|looks|seems) like\\b(?!(?: (?:it|this|that|you)(?:'s|'ve|'re| has| have| is| are| must)?)?"
              + FELT
              + ")"
              + "|\\bconsistent with\\b|\\bsuggest(?:s|ive)\\b"
              + "|\\bindicat(?:es|ive)\\b|\\bpoints? to\\b|\\b(?:my|the|a likely|probable) diagnosis\\b"
              + "|\\bdiagnosis (?:is|of)\\b|\\bimpression:|\\bdifferential\\b|\\brule out\\b|\\bsuspected\\b"
              + "|\\b(?:most likely|probably|likely) (?:an?|the|due|caused|just|only|viral|bacterial)\\b"
              + "|\\b(?:is|be) caused by\\b|\\b(?:it|this|that)(?:'s| is) (?:an?|probably|likely|just|only|due)\\b"
              + "|\\bcould (?:this|it|that) be\\b|\\b(?:signs?|symptoms?) of an?\\b|\\bappears? to be\\b");

  static final Pattern REASSURANCE =
      Pattern.compile(
          "\\b(?:don'?t|do not|needn'?t|no need to|nothing to) (?:worry|be (?:worried|concerned|afraid)|panic)"
              + "|\\bno (?:need|reason) to\\b|\\bno cause for\\b|\\bno worries\\b"
              + "|\\bnothing (?:serious|dangerous|bad|wrong|urgent)\\b"
              + "|\\bnot (?:that |so |too |very |really )?(?:serious|dangerous|an emergency|urgent|worrying"
              + "|concerning|a concern)\\b"
              + "|\\bharmless\\b|\\bbenign\\b|\\brest assured\\b|\\bgood news\\b|\\bget well\\b"
              + "|\\b(?:will|'ll|should|going to) (?:be (?:fine|ok|okay|alright|all right|better|gone|over|well)"
              + "|pass|go away|resolve|settle|improve|get better|clear up)\\b"
              + "|\\b(?:perfectly|completely|quite|totally|absolutely|entirely) (?:normal|fine|safe|common)\\b"
              + "|\\b(?:it|this|that|everything|all)(?:'s| is) (?:normal|fine|ok|okay|safe|common|nothing|good"
              + "|well|all right|alright)\\b"
              + "|\\b(?:very |quite )common (?:in|and|with|for)\\b|\\bsafe to wait\\b|\\bcan (?:safely )?wait\\b"
              + "|\\bon its own\\b|\\byou(?:'re| are) (?:fine|ok|okay|safe|healthy)\\b|\\bstay calm\\b|\\brelax\\b");

  static final Pattern ADVICE =
      Pattern.compile(
          "\\b(?<!do |did |does )you (?:should|must|ought|need to|have to|can (?:take|try|use|give|apply|wait)"
              + "|could (?:take|try|use)|may (?:take|want to))\\b"
              + "|\\bi(?:'d| would)? (?:recommend|suggest|advise|prescribe)\\b"
              + "|\\bplease (?:take|go|see|call|drink|rest|apply|avoid|stop|use|give|keep|try|visit|contact|book"
              + "|consult|monitor)\\b"
              + "|(?<!tried )\\b(?:try|consider) (?:to|taking|drinking|resting|using|applying|giving|some|an?|the)\\b"
              + "|\\bmake sure\\b|\\bbe sure to\\b|\\bit(?:'s| is) (?:best|better|advisable|recommended|important) to\\b"
              + "|(?:^|[.!?;:]\\s*|\\b(?:then|and|or|so) )(?:take|try|use|apply|drink|rest|avoid|stop|give|go|call"
              + "|keep|put|eat|get|see|consult|visit|wait|monitor|continue|start taking|increase|reduce)"
              + " (?!on\\b)[^?]*(?:[.!]|$)");

  private static final Pattern QUOTATION = Pattern.compile("[\"“”]([^\"“”\\n]{1,2000})[\"“”]");

  private Guard() {}

  /// What is wrong about something that is said to the patient.
  ///
  /// @param sources what patient and record say: an amount in it may be named, and what is quoted
  ///   from it says nothing of its own. Nothing else is allowed for standing there: a message, a
  ///   document or a name may have been written to be repeated.
  static Optional<Breach> in(String text, String sources) {
    var said = FoldedText.text(text);
    var known = FoldedText.text(sources);
    if (new MedicineAmounts(known).isExceededIn(said)) return Optional.of(Breach.DOSE);
    var own = withoutQuotations(said, known);
    if (DOSE.matcher(own).find()) return Optional.of(Breach.DOSE);
    if (DIAGNOSIS.matcher(own).find()) return Optional.of(Breach.DIAGNOSIS);
    if (REASSURANCE.matcher(own).find()) return Optional.of(Breach.REASSURANCE);
    return ADVICE.matcher(own).find() || Treatment.isProposedIn(own)
        ? Optional.of(Breach.ADVICE)
        : Optional.empty();
  }

  /// What is wrong about a summary. It is for the doctor, and the patient reads it: what somebody
  /// said may be reported, nothing may be concluded from it.
  ///
  /// @param sources as above
  static Optional<Breach> inSummary(String text, String sources) {
    return inSummary(text, Sources.of(sources));
  }

  /// The same for whoever asks sentence by sentence.
  static Optional<Breach> inSummary(String text, Sources sources) {
    var said = FoldedText.text(text);
    if (sources.amounts.isExceededIn(said)) return Optional.of(Breach.DOSE);
    return FoldedText.sentences(withoutQuotations(said, sources.text)).stream()
        .flatMap(sentence -> SummarySentence.breach(sentence, sources.told).stream())
        .findFirst();
  }

  /// What patient and record say, read once.
  record Sources(String text, MedicineAmounts amounts, ToldWords told) {

    static Sources of(String sources) {
      var text = FoldedText.text(sources);
      return new Sources(text, new MedicineAmounts(text), new ToldWords(text));
    }
  }

  private static String withoutQuotations(String said, String known) {
    var quotation = QUOTATION.matcher(said);
    if (!quotation.find()) return said;
    return quotation.replaceAll(found ->
        known.contains(found.group(1).strip())
            ? "[quoted]"
            : Matcher.quoteReplacement(found.group()));
  }
}
