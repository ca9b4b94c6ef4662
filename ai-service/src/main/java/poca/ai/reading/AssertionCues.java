package poca.ai.reading;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The words of a message that say how it is meant: of when, of whom, and whether at all.
final class AssertionCues {

  enum Cue {
    LONG_AGO,
    /// Over for weeks: past only when the message says that all has been well since.
    WEEKS_AGO,
    WELL_SINCE,
    /// It was over, and is not any more: "it is back again".
    BACK_AGAIN,
    /// All is well today, or has been for long: what a sentence before it tells of a year is past.
    WELL_NOW,
    /// What is left of something old and does not change.
    UNCHANGED,
    HYPOTHETICAL,
    /// Teaching, a story, an advice for a case that is none yet: it frames its whole sentence.
    FRAME,
    /// A question about people in general, or what one has read: it frames its sentence up to the
    /// first word of somebody in person.
    GENERAL,
    /// A story, whatever stands in the message.
    STORY,
    NOBODY,
    /// In the news, in a book: it frames its sentence if nobody near is spoken of.
    NEWS,
    /// A child whose birth is long past: "he's in year four", "she's doing her GCSEs".
    GROWN,
    /// What somebody asked the writer: "the nurse wanted to know if".
    ASKED,
    /// Denies the whole list before it: "none of it".
    NONE_OF_IT,
    /// Others have it: at school, in the neighbourhood.
    AROUND,
    AROUND_AFTER,
    OVER_BEFORE,
    /// What has helped and is over: "gone with paracetamol and sleep".
    OVER_WITH,
    /// What was feared and was not so: "but we found it under the sofa".
    MISTAKEN,
    /// What it was all along: "turned out to be blueberry puree", "that's just my spin class".
    EXPLAINED,
    /// Make-up and stage blood: "a fake stab wound".
    PRETENDED
  }

  static final Phrases<Cue> CUES =
      Phrases.read(
          """
          LONG_AGO: # years|months ago ; last years|months ; years ago ; # years|months since ; at ~1 her|his|your age ; in ~2 bad|old|dark days ; back in the ~1 sixties|seventies|eighties|nineties|noughties ; at whitsun|easter|christmas ; christmases|summers|winters ago ; as a baby ; history of ; as ~1 child|kid|teenager|baby|boy|girl|lad|student|teen|toddler|infant|schoolboy|schoolgirl|apprentice|trainee|recruit|youngster ; long time ago ; used to ; previously ; in ~1 past ; previous ; childhood ; back in #|the|my|college|school|uni|university|spring|summer|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december ; long ago ; last pregnancy ; in # ; earlier pregnancy
            # ~1 years|months|decades back ; years|decades back ; decades ago ; last spring|summer|autumn|winter|fall|christmas|easter|january|february|march|april|june|july|august|september|october|november|december ; at ~2 age # ; at aged # ; at thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen ; at # months|years ; in my|his|her ~1 teens|twenties|thirties|forties|youth ; when i|he|she was|were ; when my|our ~2 was ; when mum|mam|mom|dad|granddad|gran|granny was|were ; # summers|winters|springs|christmases ago|back ; # years|decades on|later ; in lockdown ; was a ~2 baby|newborn|toddler ; with number one|two|three ; with my|her ~1 eldest|firstborn|first|last one|pregnancy|baby|child ; with my eldest|firstborn ; was|were # ; there was a time ; in those days ; back then
          WEEKS_AGO: in january|february|march|april|may|june|july|august|september|october|november|december ; # weeks ago|back ; few|several|couple|some ~1 weeks ago|back ; weeks ago|back
          BACK_AGAIN: back again ; again now|today|tonight ; is|its back ~1 now|today|tonight|worse ; another ~1 one? ~1 just|now|today|tonight ; started|starting again ; this time
          WELL_SINCE: fine|well|ok|okay|normal|great|right|good|perfect|nothing|none ~1 since ; since ~1 then ~2 fine|well|ok|okay|normal|nothing|none ; never again ; been|am|im ~1 well|fine|ok|okay|happy|clean|sober ~2 for ~2 years|months ; not ~2 since ; never ~2 since ; nothing ~2 since ; healed|recovered|cured ; sorted|cleared since|now ; currently ~3 fine|ok|okay|well ; no after effects|problems ; doing well|fine|great|ok|okay ; fit as a
          WELL_NOW: feel|feels|feeling|am|im|hes|shes|been|is|are ~1 grand|champion|fine|well|great|right|lovely|healthy|safe|happy|ok|okay ; right as rain ; new man|woman ; full of beans ; without ~2 trouble|problems ; no trouble|problems since ; all clear ; years|months dry|clean ; full recovery ; back to normal ; well|fine|grand|ok|okay ~2 since ; nothing since|now ; happily ; other eye ; steady ; whatsoever ; nowt|nothing new
          UNCHANGED: no change|changes|worse ; unchanged ; not ~1 changed|worse ; no different ; nothing new|changed ; same as always|ever|usual|before
          HYPOTHETICAL: what if ; fear|afraid|scared|frightened|worried to ; in case ; risk of ; prevent* ; chance|chances of ; vaccin* ~1 for|against ; if he|she|it|they|baby|i|we|you gets|get|develops|develop|starts|start|becomes|had|happens|ever|should
            could|can|might|may ~1 this|it|that ~1 be ; tested|test for ; screen* for ; could be ; might be ; is it|this|that a? ; afraid ~2 might|will|could|may ; worried ~2 might|will|could|may ; to avoid
            does|do|doesnt|dont|wont|can|could|will|would ~3 make|makes|give|cause you|people|one ; if ~5 ever ; if my|his|her waters
          FRAME: film|movie|programme|documentary|drama ~3 about ; writing ~3 novel|story|script|book|play ; in|from ~1 soap|film|movie|novel|series|sitcom ; film|movie|soap|novel|programme|documentary ~3 where|guy|character ; watched ~3 film|movie|programme|documentary ; watched ~3 telly|tv ; watched|watching ~3 youtube|video|casualty|born|netflix ; in which a|the ; awareness|aid course|class|training|exam|badge|evening|talk|session ; for ~5 exam|homework|essay|badge ; studies essay ; poster about ; training as ; volunteer ; if someone|somebody|anyone|someones|somebodys|anyones ; what do you do if|when ; what should|would you|i|we do if|when a|someone|somebody ; would happen if
            making|designing|doing|writing|printing ~4 poster|leaflet|display|quiz ; exam q|question|paper|revision ; student ~3 exam|essay ; for ~4 page|newsletter|website|leaflet|assembly|lesson|presentation|quiz ; first aid ~3 course|exam|class|badge|lesson|training|workshop|slides ; first aid on|at|in a|our|my|the ~1 course|class ; essay|assignment|dissertation|coursework|homework on|about ; writing ~3 assignment|essay|dissertation ; teach|learning ~1 first aid ; just|only revision ; for|on a|the|our|my ~1 poster ; teach ~2 aid|health|biology ; revising for ; saw|seen|heard|read|watched ~3 documentary|programme|podcast|article|film|video|show|advert ; documentary|article|podcast|chapter on|about ; magazine|paper|poster|nurse said|says that|older|people ; course|training|induction|module on|in|about ; for|doing|at ~4 training|course|workshop
            nursing|medical|biology|anatomy|health lecture|class|exam|school ; learned|learnt|covered ~3 in|at ~1 class|lecture|school|college ; had|heard it|that|this|about ~1 in|at ~1 class|lecture ; saw|read|heard ~1 term|word|expression|name ; crossword clue|answer|question|word|puzzle|says ; need|needs|have|got to ~1 explain|describe|present ; want|need|order ~1 leaflet|leaflets|posters on|about ; yearly|annual talk|training|class|lesson ; do|doing ~2 lesson|class|assembly on|about ; student here ; preparing ~3 talk|presentation|lesson|quiz ; just|only reading ahead|up ; i only read it|about|no ; bag list ; making ~4 list ; watched|watching ~2 midwife|holby|hospital|grey|greys|er
            im|am an author|novelist|playwright ; my|our ~2 detective|crime|ghost story ; my|the heroine|hero|villain|butler ; class|course|lesson ~5 video|film|slides ; write|writing|draw ~2 rules|instructions|protocol|policy|procedure|plan ; evening|session|workshop|programme|module about|on ; for halloween|carnival|fancy ; on ~1 tiktok|youtube|instagram|reddit ~1 who|got|had|has ; girl|guy|woman|man|boy|someone on ~1 tiktok|youtube|instagram|facebook ; for|in|on|writing|write ~2 crime|my|a|our|the ~1 novel|stage|screenplay|thriller|panto|musical ; crime|short novel|story ; i write|writing ~2 stories|novels|books|fiction|thrillers|plays|scripts|songs ; write|writing ~2 for ~3 telly|tv|stage|radio|theatre|children ; im|am|as an actor|actress ; play|playing a|the man|woman|character|patient|part|role ; character who|has|gets ; course|student|trainee question|asks|here ; case for ~3 college|class|course|school ; teach|teaching ~2 apprentices|kids|class|pupils|staff|students ; toolbox|safety talk ; find|get|order|print|buy ~5 poster|leaflet|handout|course|class|rules ; sick days rules ; which|what number|reading ~1 counts|is ; red flags ; for ~3 handout|audit|drill ; check my|our ~1 sign|poster|leaflet|slides ; course for|about|on ; antivenom for ; doing|writing|for|due ~3 assignment|homework|essay|coursework|project|worksheet|presentation ; giving|doing|preparing|prepping|practising ~3 talk|presentation|lesson|speech|class ; saw|seen|read ~3 poster|leaflet|sign|notice|display ; on the slide|slides ; first aider ; watch|watching|watched ~2 series|show|soap|drama|episode|film|movie ~2 where|about|guy|girl|man|woman|character|someone ; form|questionnaire|survey|insurance|application ~2 asks|asking ~1 about|if|whether ; google|chatgpt|internet|online|app|symptom checker said|says|reckons|thinks
            family ~1 tree|legend|lore|saga|myth ; church|parish|census ~1 records|register|registers|archives ; leaflet|booklet ~4 lists|mentions|warns|listed|mentioned
          GENERAL: what do|does|did ~4 mean|means|meant by ; how would|do|does|should|can|could you|i|we|one|people ~4 on|in|for|to|a|an|if baby|child|person|adult|someone|somebody|people|a|an ; how do|would|can|could i|you|we|people|one ~1 tell|recognise|recognize|spot|distinguish ; what ~1 signs|symptoms should|does|do|would|could a|an|people|one|person|you ; is it true ; does|do|can|could|will ~4 raise|increase|cause|lead ; i|ive ~1 read|heard that|about|in|on ; reading|read about ; leaflet|article|website|google|internet says|said
          STORY: its|is|only|just ~1 homework|revision|coursework ; its|is ~1 an essay|assignment|exercise ; its|is|only|just ~1 a book|novel|film|story|play|game|quiz ; film|media|drama studies ; nobody real ; its|thats|is not real ; all made up ; paper exercise ; no real patient|person|people|child|baby ; pure|its|just fiction ; just a story
          NOBODY: noone|nobody in particular ; no one in particular ; no ~1 actual|real headache|pain|illness|injury|patient|case ; no baby here ; all|everything|everyone ~1 is ~1 good|fine|well here ; me i am|im fine|well ; i have none of that|it|them|those ; nothing ~1 happened|happens ; nobody|noone ~1 hurt|took|takes|ate|swallowed|needs ; nobody|noone ~1 is|has|real|here|ill|hurt|been ; no one ~1 is|has|real|here|ill|hurt|been ; no ones been ; nobodys ~1 been|ill|hurt|choking|stung|bitten ; everyone|everybody ~2 is|are well|fine|ok|okay ; asking for interest ; nothing ~1 needed|wrong here|now|with ; nothing needed ; just curious|curiosity ; out of interest|curiosity ; its|thats not real
          NEWS: on|in ~2 news|bulletin ; in ~2 headlines|newspaper|newspapers|papers|paper ; live|shown|was|seen|record|broadcast ~1 on ~1 telly|tv|television|radio ; on the telly|tv|television|radio ; news presenter|reader|anchor ; film|movie|pop|rock|soap star ; read that|of|about ; president ; prime minister ; celebrity|celeb ; in|from ~1 trivia|quiz|history|guinness ~1 book|books
          GROWN: in years|year|class|grade #|four|five|six|seven|eight|nine|ten|eleven ; doing|did|done|sitting ~2 gcse|gcses|exams|finals|alevels ; at|off ~2 uni|university|college|secondary|school ; shes|hes # ; started ~2 school|secondary|college ; taller|bigger than ; grown up|man|woman|lad ; plays|playing ~1 football|rugby|netball|hockey|tennis
          ASKED: asked|asking|asks ~2 about|if|whether|for ; wanted|wants to know ; went through ; wondered if|whether
          NONE_OF_IT: none of it|them|that|those|these|this|which ; nothing of it|that|those|the ; no to all|everything ; not one of them|these|those ; nothing like that ; all no
          AROUND: outbreak of ; case|cases of ; contact with ; exposed to ; someone|somebody|child|kid|boy|girl|lad ~2 at|in ~2 class|school|nursery|work|office|department|uni ~2 has|had|got|with|have
          AROUND_AFTER: going round|around|about ; is|are|was|been going round|around|about
          OVER_BEFORE: stopped ; no longer ; no more ; recovered from ; got rid of
          OVER_WITH: perfectly|completely|totally|absolutely|all ~1 fine|right|well|normal|ok|okay now|since ; gone|went|cleared|settled|lifted with|after ~1 paracetamol|ibuprofen|calpol|sleep|rest|nap|drink|tea|food|water|bath|breakfast|antihistamine|antacid|antacids|gaviscon ; gone now|today
          MISTAKEN: accounted for ; false alarm ; found it|them ~2 under|behind|in|on|down ; found ~1 the|that ~1 battery|magnet|coin|tablet|pill|bead|marble|button ~2 under|behind|in|on|down ; was|were wrong
          PRETENDED: pretend|fake|stage|theatrical|costume|halloween|joke ~1 blood|bleeding|stab|stabbing|wound|wounds|gunshot|bullet|cut|gash|burn|burns|scar|injury|bruise|bite
          EXPLAINED: turned out to be|just ; turned|turns out ~1 was ; thats just|only my|the|from ; that was just|only ; it was only|just
          """,
          Cue::valueOf);

  private static final int FAR = Clauses.LONGEST_CLAUSE + 20;

  private final List<Phrases.Hit<Cue>> cues;
  private final Set<Cue> said = EnumSet.noneOf(Cue.class);

  AssertionCues(List<Word> words) {
    cues = CUES.find(words);
    cues.forEach(cue -> said.add(cue.key()));
  }

  boolean says(Cue cue) {
    return said.contains(cue);
  }

  Stream<Phrases.Hit<Cue>> all() {
    return cues.stream();
  }

  /// The cues that can stand in the same sentence as a word: hits are in order of their first word.
  List<Phrases.Hit<Cue>> near(int at) {
    return cues.subList(firstFrom(at - FAR), firstFrom(at + FAR));
  }

  int firstFrom(int at) {
    int low = 0;
    int high = cues.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cues.get(middle).first() < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
