package poca.ai.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Splits a message into the clauses that state something.
final class StatedClauses {

  /// Words that carry a sentence and say nothing by themselves; politeness among them.
  private static final Set<String> SMALL =
      words(
          """
          a an the this that these those there here it its is are am was were be been being isnt
          arent wasnt werent do does did done doing dont doesnt didnt has have had having hasnt
          havent hadnt will would wont wouldnt shall should shouldnt can could cant couldnt may
          might must i im ive id ill me my mine myself you your yours youre he hes him his she shes
          her hers we were us our they theyre them their one ones some any all both each every
          either neither none no not nor never yes yeah and or but so because if when while
          as than then though although since until till of in on at to from for with without by
          about into onto over under up down out off through between after before again also just
          only even still yet already very really quite too much many more most less least little
          few lot lots bit kind sort thing things stuff way well like such same other another who
          whom whose which what why how where whatever anything something nothing everything
          somebody someone anybody anyone
          best help advice advise question
          wonder wondering ask asking know think thinking thought guess suppose believe hope want
          wanted need needed tell told say said saying let see look looks seem seems feel feels felt
          feeling get gets getting got gotten go goes going went gone come comes coming came make
          makes making made take takes try keep keeps kept put use used using start started starting
          begin began happen happens happened happening have having
          maybe perhaps actually basically honestly anyway sure etc um uh hmm lol kinda sorta pretty
          rather fairly thats whats hows youd wed theyd whos theres heres lets
          """);

  private static final Set<String> POLITE =
      words(
          """
          hi hello hey hallo dear doctor dr doc sir madam maam please thanks thank thankyou sorry
          welcome good morning afternoon evening day bye regards goodbye cheers greetings ok okay
          x xx xxx ta thx ty brilliant perfect appreciated
          """);

  /// Words that judge, fear or place a matter and do not say what it is.
  private static final Set<String> VAGUE =
      words(
          """
          annoying annoyed worried worry worrying bother bothers bothering bothered embarrassing
          embarrassed silly weird strange odd funny horrible nasty awful terrible bad badly worse
          worst better fine alright normal usual usually always often sometimes mostly mainly
          probably possibly lately recently now today right unsure idea else start started starting
          begin began happen happens happened happening son daughter baby child kid husband wife mum
          mom dad mother father boy girl old year years long time new day days hours weeks months
          """);

  /// Parts of the body and what they do: "cannot feel his leg" denies nothing grave.
  private static final Set<String> FUNCTIONS = listed("words/grave-functions.txt");

  /// What is not harmless, even where the clause around it was read.
  private static final Set<String> GRAVE =
      Stream.concat(listed("words/grave.txt").stream(), FUNCTIONS.stream())
          .collect(Collectors.toUnmodifiableSet());

  /// What everyday concerns are about.
  private static final Set<String> SUBJECTS = listed("words/subjects.txt");

  private StatedClauses() {}

  private static Set<String> listed(String file) {
    return WordList.lines(file).stream()
        .flatMap(line -> Arrays.stream(line.text().split("\\s+", -1)))
        .collect(Collectors.toUnmodifiableSet());
  }

  /// The words of a list that is written as text.
  static Set<String> words(String text) {
    return Arrays.stream(text.strip().split("\\s+", -1)).collect(Collectors.toUnmodifiableSet());
  }

  /// Whether a word says something by itself.
  static boolean isContent(Word word) {
    return !SMALL.contains(word.text()) && !POLITE.contains(word.text());
  }

  /// Whether the words of a place judge and say nothing else.
  static boolean isVague(TokenisedText text, Span span) {
    return text.words().stream()
        .filter(word -> word.start() >= span.start() && word.end() <= span.end())
        .allMatch(word -> VAGUE.contains(word.text()) || !isContent(word));
  }

  /// Whether all other words of a message only carry, stress or judge.
  static boolean isAllThatIsSaid(TokenisedText text, int first, int end) {
    var said = text.words().subList(first, end).stream().map(Word::text).toList();
    return !text.isQuestion(text.words().size())
        && text.words().stream()
            .allMatch(word ->
                !isContent(word)
                    || isBare(word)
                    || VAGUE.contains(word.text())
                    || said.contains(word.text()));
  }

  private static final Set<String> YES_OR_NO =
      words("yes no yeah yep nope nah none nothing ok okay not really");

  /// Whether a word only greets, thanks, affirms or denies.
  static boolean isBare(Word word) {
    return POLITE.contains(word.text()) || YES_OR_NO.contains(word.text());
  }

  /// Whether all that is said is a greeting, a thanks or a bare yes or no.
  static boolean arePolite(List<Word> words) {
    return !words.isEmpty()
        && words.stream().noneMatch(word -> isContent(word) && !isBare(word))
        && words.stream().anyMatch(StatedClauses::isBare);
  }

  /// Whether a word speaks of health, or is none that is known: where only plain words of other
  /// things stand, nothing is stated that would have to be understood.
  private static boolean states(Word word) {
    var text = word.text();
    if (!isContent(word) || VAGUE.contains(text) || isBare(word)) return false;
    return GRAVE.contains(text)
        || Lexicon.isOwn(text)
        || Lexicon.isOfTheField(text)
        || !(word.isNumber() || Lexicon.isEnglish(text) || Lexicon.isName(text));
  }

  static List<Span> subjects(TokenisedText text) {
    var spans = new ArrayList<Span>();
    for (int at = 0; at < text.words().size(); at++)
      if (SUBJECTS.contains(text.words().get(at).text())) spans.add(text.span(at, at + 1));
    return spans;
  }

  /// How many words of grave things nothing has read, of those that are said of the patient now:
  /// "no swelling" and "my gran had a clot" tell of none. What a body does stays grave when it is
  /// denied.
  ///
  /// @param read where a finding, a measurement or the like was read
  /// @param senses how the word at an index is meant
  static int grave(TokenisedText text, List<Span> read, IntFunction<AssertionStatus> senses) {
    var covered = covered(text, read);
    int grave = 0;
    for (int at = 0; at < covered.length; at++) {
      var word = text.words().get(at).text();
      if (covered[at] || !GRAVE.contains(word) || isPlace(text, at)) continue;
      var status = senses.apply(at);
      if (status == AssertionStatus.PRESENT
          || (status == AssertionStatus.ABSENT && FUNCTIONS.contains(word))) grave++;
    }
    return grave;
  }

  /// "38.4 under the arm" says where, not what.
  private static boolean isPlace(TokenisedText text, int at) {
    for (int before = Math.max(0, at - 2); before < at; before++)
      if (text.words().get(before).text().equals("under")) return true;
    return false;
  }

  /// @param concepts where something was recognised
  static List<StatedClause> in(TokenisedText text, List<Span> concepts) {
    var recognised = covered(text, concepts);
    var statements = new ArrayList<StatedClause>();
    int start = 0;
    while (start < recognised.length) {
      int end = text.clauseEnd(start);
      boolean states = false;
      boolean holds = false;
      for (int at = start; at < end; at++) {
        states |= states(text.words().get(at));
        holds |= recognised[at];
      }
      if (states || holds)
        statements.add(new StatedClause(text.span(start, end), holds, text.isQuestion(end)));
      start = end;
    }
    return List.copyOf(statements);
  }

  /// Counts where spans open and close, so that many cost no more than few.
  private static boolean[] covered(TokenisedText text, List<Span> concepts) {
    var covered = new boolean[text.words().size()];
    var opened = new int[text.message().length() + 1];
    for (var span : concepts) {
      opened[span.start()]++;
      opened[span.end()]--;
    }
    for (int at = 1; at < opened.length; at++) opened[at] += opened[at - 1];
    for (int at = 0; at < covered.length; at++)
      covered[at] = opened[text.words().get(at).start()] > 0;
    return covered;
  }
}
