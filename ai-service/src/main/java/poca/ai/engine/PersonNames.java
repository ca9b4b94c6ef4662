package poca.ai.engine;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import poca.ai.reading.Lexicon;
import poca.ai.reading.Medicines;

/// Whether a word may be somebody's name. An ordinary word, a medicine or a sign is none, but for
/// the names that are ordinary words too.
final class PersonNames {

  /// Given names that are words as well; where a name is announced and written as one they are.
  private static final Set<String> WORDS_TOO =
      words(
          """
          abbey amber angel april art ash august autumn basil bea belle ben bill bob bonnie buddy carol chance charity
          chase christian clay cliff colt coral crystal daisy dale dean dawn dean destiny dick don dot drew earl eden
          elle ernest eve faith fay felicity fern finn fleur flora florence forest frank gale gene ginger glen gloria
          grace grant guy hank harmony harry hazel heath heather heaven herb holly honey hope hunter ivy jack jade
          jasmine jasper jay jean jenny jerry jewel jimmy joy june kay ken kit kitty lance laurel lee lily lottie
          lucky mackenzie madge mark mason may max melody mercy mike misty molly nancy neil nick norm olive opal
          pansy patience pat patty paul pearl penny peter pierce poppy rain ray reed rex rich rick river rob robin
          rocky rod rose rosemary ruby rusty ruth sage sally sandy saul savannah scarlet scout shaun sienna sky skip
          stella sterling sue summer sunny tad ted teddy terry tiffany timothy tom tony trace tracy trinity trip
          van vera victor victoria viola violet wade walker warren wayne will willow winter woody zen
          """);

  private static final Pattern LETTERS = Pattern.compile("[^\\p{L}]+");

  private PersonNames() {}

  private static Set<String> words(String text) {
    return Pattern.compile("\\s+")
        .splitAsStream(text.strip())
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Whether a word that was announced as a name is one: no word of the language, or one that is a
  /// name too and is written as one.
  static boolean mayBe(String word) {
    var bare = bare(word);
    if (bare.length() < 2 || isPeople(bare)) return false;
    if (!isOrdinary(bare)) return Character.isUpperCase(word.codePointAt(0)) || isKnown(bare);
    return Character.isUpperCase(word.codePointAt(0)) && WORDS_TOO.contains(bare);
  }

  /// "I am Polish" names nobody.
  private static boolean isPeople(String bare) {
    return PEOPLE.matcher(bare).matches() && Lexicon.isProper(bare) && !GIVEN.contains(bare);
  }

  private static final Pattern PEOPLE = Pattern.compile(".+(?:ian|ish|ese|ean|can|ani)");

  /// Whether a word is one of the language, a medicine or a sign.
  static boolean isOrdinary(String word) {
    var bare = bare(word);
    return Lexicon.isWord(bare) || Lexicon.isOwn(bare);
  }

  /// Whether a word in lower case is known as a name of its own.
  private static boolean isKnown(String bare) {
    return Lexicon.isProper(bare) || GIVEN.contains(bare);
  }

  /// Whether a word is a given name, wherever it stands.
  static boolean isPerson(String word) {
    return GIVEN.contains(bare(word));
  }

  /// Whether a word that follows a name is none of it.
  static boolean isClinical(String word) {
    var bare = bare(word);
    return Lexicon.isOwn(bare) || Medicines.isMedicine(bare);
  }

  /// Given names that are nothing else.
  private static final Set<String> GIVEN =
      words(
          """
          aaliyah aaron abdul abdullah abigail adam adele agnes ahmed aisha alan albert alejandro alex alexander
          alexandra alfie alfred ali alice alison amanda amelia amelie amina amy ana anastasia andrea andreas andrew
          andrzej angela anita anna anne annette anthony antonio archie arlo arthur ashley audrey ayaan ayesha barbara
          beatrice ben benjamin bernard beth bethany bodhi brenda brian bridget carl carlos carmen caroline catherine
          cathy charlie charlotte chloe chris christina christine christopher claire clara colin connor craig daniel
          daniela darren david deborah denise dennis diane diego dmitri donald donna doreen doris dorothy duncan edith
          edward eileen elaine eleanor elena elizabeth ella ellen ellie elsie emily emma eric esther ethan eva evelyn
          evie farah fatima felix fernando fiona frances francesca francis frankie freddie freya gareth gary gavin
          gemma geoffrey george gerald gillian giovanni gordon graham gregory hamza hannah harold harriet harrison
          harley hassan hans heidi helen helena henry hilary howard hugh hussein iain ian ibrahim imogen ines ingrid
          irene isaac isabel isabella isla ivan jacob jacqueline jake james jamie jan jane janet janice jason jayden
          jennifer jeremy jessica joan joanna joanne joe joel john jonathan jorge jose joseph josephine joshua joyce
          juan judith julia julian julie karen karl kate katherine kathleen katie kayden keith kelly kenneth kerry
          kevin kimberly kirsty kyle laura lauren lawrence layla leila leo leon leonard leslie lexi liam linda lisa
          logan lorraine louis louise luca lucas lucy luis luke lydia lynn malcolm manuel marco marcus margaret maria
          marie marion marjorie martha martin mary matthew maureen megan mehmet melissa mia michael michelle miguel
          mila milo miriam mohammed mohamed monica muhammad natalie natasha nathan nevaeh nicholas nicola nigel nina
          noah nora norma oliver olivia omar oscar ollie owen patricia patrick paula pauline pavel pedro peter philip
          phoebe phyllis piotr pippa priya rachel raj rajesh ralph raymond rebecca reggie rhys richard rita robert
          roger ronald ronnie rory rosalind rosie roy russell ruth ryan sabrina samantha samuel sandra sara sarah
          sean sergei sharon sheila shirley simon sofia sophia sophie stacey stanley stefan stephanie stephen steve
          steven stuart susan suzanne sylvia tanya teddie teresa thelma theo theresa thomas tilly timothy tracey
          valerie vanessa vera veronica victor vincent vivian vladimir walter wendy william yasmin yusuf yvonne zara
          zainab zoe zoey
          adrian brian christian damian dorian fabian florian ian sebastian
          """);

  private static String bare(String word) {
    return LETTERS.matcher(word.replaceFirst("['’]s$", "")).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
