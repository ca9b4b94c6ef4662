package poca.ai.engine;

import java.util.Optional;
import java.util.regex.Pattern;
import poca.ai.engine.Guard.Breach;

/// One sentence of a summary. Facts of the patient pass; what is concluded from them, recommended
/// or meant to calm does not, unless it is reported of somebody in words that were told. A question
/// is one for the doctor, who may be asked what to rule out or to do.
final class SummarySentence {

  private static final String START = "(?:^|[.!;:,(]\\s*|\\b(?:and|but|so) )";

  /// A conclusion, whatever it is about.
  private static final Pattern CONCLUSION =
      Pattern.compile(
          // hedged
          "\\b(?:possible|probable|suspected|presumed|presumptive|potential) (?!(?:an? )?(?:contact|exposure"
              + "|injury|triggers?|allergens?|side|fever|temperature|pregnan\\w+|weight|cause)\\b)[\\p{L}]"
              + "|"
              + START
              + "(?:most |very |highly )?likely (?!(?:to|since|from|after|before|started|began|at|when|because)\\b)"
              + "|\\b(?:probably|likely|possibly|presumably|perhaps|maybe) (?:an?|the|due|caused|related|secondary"
              + "|just|only|viral|bacterial|allergic|muscular|musculoskeletal|benign|represents?|reflects?"
              + "|having|suffering|a case)\\b"
              + "|\\b(?:probably|likely|possibly|presumably|perhaps) [\\p{L}-]*(?:itis|osis|oma|emia|aemia|virus"
              + "|infection|syndrome|disease)\\b"
              + "|"
              + START
              + "query (?!whether|about|regarding)|(?:^|[.:;,(] ?)\\? ?\\p{L}|\\bunlikely\\b"
              // labelled
              + "|\\bd ?dx\\b|\\bdx\\b|\\b(?:clinical )?(?:assessment|impression|diagnosis|diagnoses|conclusion"
              + "|interpretation|differential)s? ?:"
              + "|\\b(?:my|the|working|provisional|primary|main) (?:impression|diagnosis)\\b"
              + "|\\bdiagnosis (?:is|of)\\b|\\bdifferential\\b|\\brule[sd]? out\\b|\\bworking diagnosis\\b"
              + "|\\bmost likely\\b|\\b(?:likely|probable|possible) (?:explanation|cause|reason|origin)\\b"
              + "|\\b(?:cannot|can't|could not) be (?:excluded|ruled out)\\b|\\boverall (?:picture|impression)\\b"
              // matched
              + "|\\b(?:consistent|compatible|in keeping|in line) with\\b|\\btypical (?:of|for)\\b"
              + "|\\bfeatures of\\b|\\b(?:picture|pattern|constellation) of\\b"
              + "|"
              + START
              + "(?:(?:this|it|picture|presentation|history|story|pattern|which|that) )?fits (?:with|the picture"
              + "|an?|well)\\b"
              + "|(?<!main )\\bconcern(?:ing)? for\\b|\\b(?:is|are|looks?|very|highly) concerning\\b"
              + "|\\bsuspicio(?:us|ns?) (?:of|for)\\b|\\bworr(?:ying|isome) for\\b|\\bsuggest(?:s|ed|ing|ive)\\b"
              + "|\\bindicat(?:es|ive|ing)\\b|\\bappears? to be\\b"
              + "|\\b(?:presentation|symptoms?|picture|findings?|story) points? to\\b"
              + "|\\b(?:it|this|that)(?:'s| is) (?:an?|probably|likely|just|only|due)\\b(?!(?: [\\p{L}-]+,?){0,3} (?:pain|ache|feeling|sensation|pressure|burning|cramp|itch|rash|lump|spot|cough)\\b)"
              + "|\\b(?:is|are) caused by\\b|\\bcould (?:this|it|that) be\\b"
              // said to the patient
              + "|"
              + START
              + "(?:you|your (?:baby|child|son|daughter))(?:'ve| have| has|'re| are| is)\\b"
              + "|\\b(?:you|he|she|it|this|that|they) (?:probably|likely|may|might|could|clearly|definitely"
              + "|certainly|must|most likely)(?: well| also)? (?:have|has|be|suffer)\\b");

  private static final Pattern CALMING =
      Pattern.compile(
          Guard.REASSURANCE.pattern()
              + "|\\breassur\\w+|\\bred flags?\\b|\\bno(?:thing)? (?:worrying|alarming|concerning|warning|danger|sinister|serious|of concern|emergency)\\b|\\b(?:can|could|may) (?:safely )?be (?:managed|treated|cared for)\\b|\\broutine (?:appointment|review|visit)\\b|\\balarm (?:signs?|features?) (?:absent|negative|none)\\b"
              + "|\\bnormal (?:finding|variant|variation|part|reaction|response|process|change|occurrence)s?\\b|\\bphysiological\\b"
              + "|\\b(?:normal|expected|usual|common) (?:in|during|for|at) (?:(?:early|late|mid|this|the|her|his) )*(?:pregnancy"
              + "|trimester|stage|age)\\b"
              + "|\\bwell[- ]hydrated\\b|\\bno (?:signs?|evidence|features?|indications?) of\\b|\\bno (?:respiratory |acute )?distress\\b"
              + "|\\bno acute\\b|\\bcontracts? for safety\\b"
              + "|\\bnot life.?threatening\\b|\\blow[- ](?:risk|acuity)\\b|\\bself[- ]limit\\w+"
              + "|\\bvital(?:s| signs) (?:are )?(?:stable|normal|fine)\\b"
              + "|\\b(?:clinically|ha?emodynamically) (?:well|stable)\\b|\\bno (?:immediate |acute )?(?:danger|concerns?)\\b");

  /// What comes and goes may do so.
  private static final Pattern OWN =
      Pattern.compile(
          "\\b(?:comes|goes|went|stops?|stopped|starts?|lasts) (?:[\\p{L}]+ ){0,2}on its own\\b");

  private static final String NEED =
      "(?:(?:an? )?(?:urgent|immediate|prompt|same[- ]day|emergency|further|medical|hospital|clinical|early|in"
          + "[- ]person)\\b|referral|review|assessment|admission|to (?:be (?:seen|assessed|examined|reviewed"
          + "|referred|admitted|checked|investigated)|see (?:a|the) |go to (?:a|the|hospital)|attend|have (?:an? |the |blood|urine)))";

  private static final Pattern RECOMMENDED =
      Pattern.compile(
          "\\brecommend\\w*|\\bwould benefit\\b|\\bfollow[- ]up (?:in|within|needed|advised)\\b|\\bsafety[- ]?net\\w*|\\badvis(?:ed|es|e|able|ing)\\b|\\bi(?:'d| would)? (?:suggest|prescribe)\\b"
              + "|\\b(?:needs?|requires?|warrants?|merits?|deserves?) "
              + NEED
              + "|\\b(?:should|must|ought to) (?:not )?(?:be|have|see|go|get|take|stop|start|attend"
              + "|avoid|rest|drink|call|use|apply|continue|keep|visit|come|wait|try|offer|give|monitor|watch|book"
              + "|check|return|eat)\\b"
              + "|"
              + "(?:^|[.!;:]\\s*|\\bplease )(?:advice|plan|management|recommendations?) ?:|(?:^|[.!;:]\\s*|\\bplease )(?:consider|hold|withhold|advise|suggest|refer|arrange|prescribe|order|start|admit|obtain|ensure|send"
              + "|review|check)\\b (?!whether|of\\b)"
              + "|\\bplease \\p{L}|\\bmake sure\\b|\\bbe sure to\\b"
              + "|\\bit(?:'s| is) (?:best|better|advisable|important) to\\b"
              + "|\\byou (?:should|must|ought|need to|have to|can|could|may)\\b"
              + "|(?:^|[.!;]\\s*|\\b(?:then|so) )(?:take|try|use|apply|drink|rest|avoid|stop|give|go|call|keep"
              + "|put|eat|get|see|consult|visit|wait|monitor|continue|increase|reduce) (?!on\\b|of\\b)");

  /// An illness that is named as the patient's.
  private static final Pattern ILLNESS =
      Pattern.compile(
          "(?<!\\bno )(?<!\\bnot )(?<!\\bdenies )(?<!\\bwithout )(?<!\\bnever )(?<!\\bnegative for )(?<!\\btested for )"
              + "\\b(?<name>(?!diagnosis|prognosis)[\\p{L}]{3,}(?:itis|osis|oma|aemia|emia)|pneumonia|influenza|flu|cold virus|virus|asthma"
              + "|copd|diabetes|migraine|angina|cancer|tumou?r|leuka?emia|lymphoma|epilepsy|gout|scabies|shingles"
              + "|chickenpox|measles|mumps|meningitis|sepsis|torsion|fracture|concussion|hernia|ulcer|reflux|gord"
              + "|gerd|uti|dvt|thrombosis|embolism|stroke|tia|infarction|heart attack|panic attacks?|covid|viral|bacterial|fungal"
              + "|eczema|psoriasis|rosacea|impetigo|cellulitis|appendicitis|preeclampsia|miscarriage"
              + "|hypothyroidism|hyperthyroidism|ana?emia|dementia|depression|depressive|syndrome"
              + "|disorder|infection|infections|hypertension|hypotension|toxicity|decompensated|dehydration|dehydrated|eclampsia|pre-eclampsia)\\b");

  private static final Pattern REPORT =
      Pattern.compile(
          "\\b(?:says?|said|saying|asks?|asked|asking|thinks?|thought|believes?|fears?|worries|worried|wonders?"
              + "|wants to know|hopes?|feels?|felt|stat(?:es|ed)|reports?|reported|mentions?|mentioned|tells|told"
              + "|suspects|describes?|described|according to|heard|read|advised by|diagnosed)\\b");

  private static final Pattern ROUTINE = Pattern.compile("\\bemergency advice was given\\b");

  private SummarySentence() {}

  /// Which is true only of an emergency.
  static boolean saysThatAdviceWasGiven(String summary) {
    return ROUTINE.matcher(FoldedText.text(summary)).find();
  }

  /// @param sentence in lower case
  static Optional<Breach> breach(String sentence, ToldWords told) {
    if (Guard.DOSE.matcher(sentence).find()) return Optional.of(Breach.DOSE);
    if (sentence.endsWith("?")) return question(sentence);
    var own = ROUTINE.matcher(sentence).replaceAll("");
    if (breaks(CONCLUSION, own, told)) return Optional.of(Breach.DIAGNOSIS);
    if (breaks(CALMING, OWN.matcher(own).replaceAll(""), told))
      return Optional.of(Breach.REASSURANCE);
    if (breaks(RECOMMENDED, own, told)) return Optional.of(Breach.ADVICE);
    return namesUntold(own, told) ? Optional.of(Breach.DIAGNOSIS) : Optional.empty();
  }

  private static Optional<Breach> question(String sentence) {
    if (CALMING.matcher(sentence).find()) return Optional.of(Breach.REASSURANCE);
    if (SPOKEN.matcher(sentence).find()) return Optional.of(Breach.ADVICE);
    return CLAIM.matcher(sentence).find() ? Optional.of(Breach.DIAGNOSIS) : Optional.empty();
  }

  /// Said to the patient, not asked of the doctor.
  private static final Pattern SPOKEN =
      Pattern.compile(
          "\\byou (?:should|must|ought|need to|have to)\\b|\\bplease \\p{L}|\\bmake sure\\b|\\bi(?:'d| would)? (?:recommend|suggest|advise|prescribe)\\b");

  /// A claim before the question mark.
  private static final Pattern CLAIM =
      Pattern.compile(
          "\\b(?:it|this|that)(?:'s| is) (?:an?|probably|likely|just|only)\\b|\\b(?:sounds|looks|seems) like\\b"
              + "|\\bconsistent with\\b|\\bsuggest(?:s|ive)\\b|\\b(?:most likely|probably) (?:an?|due|viral|bacterial)\\b"
              + "|"
              + START
              + "(?:you|your (?:baby|child|son|daughter))(?:'ve| have| has|'re| are| is)\\b");

  private static boolean breaks(Pattern pattern, String sentence, ToldWords told) {
    var found = pattern.matcher(sentence);
    return found.find() && !isReported(sentence, found.start(), told);
  }

  /// Whether somebody is said to have said it, in words that were told.
  private static boolean isReported(String sentence, int at, ToldWords told) {
    var report = REPORT.matcher(sentence);
    return report.find() && report.start() <= at && told.holds(sentence.substring(report.end()));
  }

  private static boolean namesUntold(String sentence, ToldWords told) {
    var illness = ILLNESS.matcher(sentence);
    while (illness.find()) if (!told.has(illness.group("name"))) return true;
    return false;
  }
}
