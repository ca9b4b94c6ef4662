package poca.ai.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import poca.ai.content.ContentErrors;
import poca.ai.content.Line;

/// How what is said is meant: of whom, of when, and whether at all.
class AssertionClassifierTest {

  private static Reading read(String message) {
    return Story.of(List.of(new Story.Exchange("m", message, null, false)), Set.of())
        .readings()
        .getFirst();
  }

  private static List<AssertionStatus> senses(String message, String finding) {
    return read(message).mentions().stream()
        .filter(m -> m.finding() == Finding.of(finding))
        .map(Mention::sense)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          chest-pressure  | PAST         | Back in March I got chest tightness and it was all clear
          overdose        | PAST         | Back in college I took an overdose
          tearing-pain    | PAST         | Years back I had a scare with tearing chest pain
          suicidal        | PAST         | Tried to kill myself at nineteen
          seizure         | PAST         | She had one febrile convulsion at 18 months
          seizure         | PAST         | Last seizure was 2017
          speech-trouble  | PAST         | That episode of slurred talking was looked at last spring
          one-sided-weakness | PAST      | Six weeks ago my arm went dead for ten minutes and I've been fine since
          one-sided-weakness | PAST      | I had a stroke in 2019, left hand still weak but no change
          testicle-pain   | PAST         | ache in the testicle after cycling, gone now, no swelling
          headache        | PAST         | tension headache after work, gone with paracetamol and sleep
          tearing-pain    | ABSENT       | There was no sudden or ripping pain, only the usual stiff back
          poisoning       | ABSENT       | Thought he'd eaten the watch battery but we found it under the sofa
          choking         | HYPOTHETICAL | How would you do back slaps on a baby that's choking?
          stabbed         | HYPOTHETICAL | fake blood and a pretend stab wound for the school play, my skin is itchy
          mottled         | HYPOTHETICAL | Student, essay on sepsis. Why does mottled skin happen?
          mottled         | PRESENT      | nursing student here, my flatmate is ill, his skin is mottled
          numbness        | PRESENT      | codeine does nothing, if anyone moves my toes I scream, foot numb
          swelling        | ABSENT       | nothing swollen behind the ear
          chest-indrawing | PRESENT      | She has the cold her brother brought home but she is grunting
          drowsy          | PRESENT      | found him with grandma's heart pills, he is very sleepy
          rigid-body      | PRESENT      | They put my brother's injection up. He's stiff as a plank
          very-slow-heart | PRESENT      | Dad has blacked out, the nurse neighbour counted his pulse at 28
          icy-body        | PRESENT      | Found my neighbour on the kitchen floor. She is stone cold
          face-droop      | PRESENT      | wife's words are rubbish and coffee runs out one side of her mouth
          chest-pressure  | PRESENT      | my chest's tight and it will not go
          breathless-severe | PRESENT    | I cannot get to the lavatory without fighting for breath
          numbness        | PRESENT      | Plaster on for my broken leg, toes numb, worse if someone moves them
          agony           | PRESENT      | If anyone bends my toe I scream
          breathing-well  | PRESENT      | No swelling of lips or face, breathing fine
          tearing-pain    | PAST         | In 2016 it was another story, tearing pain between the shoulder blades. I feel grand these days
          hot-body        | PRESENT      | My colleague says things that are not real, skin very hot
          suicidal        | HYPOTHETICAL | we do a lesson on suicide at school, which signs should pupils watch for?
          unconscious     | ABSENT       | never knocked out, playing as usual
          dry-skin        | PRESENT      | not sweating any more, dry skin
          speech-trouble  | PRESENT      | cannot stand without falling to left, slurred speech
          left-arm-pain   | PRESENT      | it started watching telly, pain down my left arm
          worst-headache  | HYPOTHETICAL | How do I tell a thunderclap headache from a migraine?
          drowsy          | HYPOTHETICAL | does codeine make you sleepy in the day, can I drive on it?
          throat-closing  | HYPOTHETICAL | I read that lips swell and throat closes in anaphylaxis
          speech-trouble  | HYPOTHETICAL | im a nursing student, exam q says man 70 with slurred speech
          not-breathing   | HYPOTHETICAL | We are making a poster: 'collapsed, not breathing, call an ambulance'
          overdose        | HYPOTHETICAL | In Trainspotting he overdoses. Film studies essay.
          vision-loss     | PAST         | About 6 years ago a veil dropped over my eye, they operated same night, all healed since
          overdose        | PAST         | Took an overdose once, was a week in the ward, ten years on with therapy and doing well
          poisoning       | PAST         | Our lass ate nightshade berries once, three summers ago, watched overnight. no after effects
          one-sided-weakness | HYPOTHETICAL | Saw a documentary on strokes, face dropping, arm weak. Nothing like it myself
          chest-pressure  | HYPOTHETICAL | I teach first aid at scouts. How would you word crushing chest pain? nobody ill, it's for a poster
          bad-tremor      | HYPOTHETICAL | how long after the last drink do the shakes start? im writing a novel
          chemical-eye    | HYPOTHETICAL | for our lab safety training: how long should one rinse after a splash of caustic in the eye?
          blue-lips       | ABSENT       | blue round her lips turned out to be blueberry puree, wiped off
          collapsed       | OTHER_PERSON | My uncle in Manila collapsed on Monday and is operated
          seizure         | OTHER_PERSON | our dog had a seizure and the vet sorted him
          fever           | OTHER_PERSON | there's a case of scarlet fever in her class
          vision-loss     | OTHER_PERSON | aunt lost sight from glaucoma and I wonder when I'd be due a test
          stabbed         | HYPOTHETICAL | A man in the news was stabbed at the bus station, poor lad
          not-breathing   | HYPOTHETICAL | on the local news a baby that stopped breathing was saved
          poisoning       | HYPOTHETICAL | saw in the paper that a toddler swallowed a button battery
          suicidal        | HYPOTHETICAL | My great grandfather hanged himself in the war, says the parish register
          floppy          | HYPOTHETICAL | what do they mean by floppy in the red book?
          chemical-eye    | PAST         | got cement in the eye, 1998, it sees well enough
          overdose        | PAST         | I overdosed on heroin 2016 and a stranger revived me
          overdose        | PAST         | took an overdose at 19. I'm 44 now with a family
          waters-broken   | PAST         | My waters broke at 29 weeks with our son, he's at university now
          floppy          | PAST         | she was a floppy newborn. She's 14, plays hockey
          much-blood      | PAST         | I lost one in lockdown, lots of blood then
          poisoning       | PAST         | great aunt Rosa drank caustic soda over a lost love in 1934
          seizure         | ABSENT       | nurse wanted to know if he shook or bit his tongue. None of it, never
          fainted         | ABSENT       | You asked about chest pain, fainting, sweats: none of them
          floppy          | OTHER_PERSON | a colleague in Australia has a niece who is floppy
          """)
  void is_not_the_patients_present_state(String finding, AssertionStatus status, String message) {
    assertThat(senses(message, finding)).isNotEmpty().containsOnly(status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          chest-pressure  | my chest went tight when I was walking the dog
          fever           | my baby at 3 months old has a fever
          choking         | How do I help my baby, he is choking
          throat-closing  | I read that bees are dangerous and now my throat is closing
          headache        | headache gone with paracetamol but it came back again
          one-sided-weakness | three weeks ago my arm went dead and it still is
          bite            | our dog was scared and bit my hand, a dog bite
          seizure         | he had a fit at 3 this morning
          poisoning       | I thought he was sleeping but he has swallowed bleach
          headache        | no sudden change but a headache
          vision-loss     | a veil dropped over my eye two hours ago
          chest-pain      | had a stent in 2019, chest pain and sweating
          chest-pain      | I teach first aid, now I have chest pain myself
          collapsed       | my uncle in pain, he collapsed
          testicle-pain   | pain in his testicle, he screams if anyone touches it
          chills          | hubby had his spleen out years back, rigors since last night
          fainted         | my wife passed out at the table
          overdose        | she is back in hospital after an overdose
          speech-trouble  | I was watching the news and my speech is slurred
          collapsed       | he collapsed while watching it on the local news
          fresh-blood     | piles, blood on the paper
          poisoning       | Read that bleach burns, he drank bleach
          overdose        | I took an overdose at 14:00, I'm 40
          seizure         | My daughter had a seizure in class, she is in year four
          waters-broken   | my waters broke at 30 weeks
          chest-pressure  | doctor asked about this and yes I have crushing chest pain, none of it goes with the spray
          """)
  void is_the_patients_present_state(String finding, String message) {
    assertThat(senses(message, finding)).contains(AssertionStatus.PRESENT);
  }

  @Test
  void a_denied_grave_word_is_not_grave_a_denied_function_is() {
    assertThat(read("no thinners").unreadGraveWords()).isZero();
    assertThat(read("my gran died of a clot years ago").unreadGraveWords()).isZero();
    assertThat(read("there is no pulse").unreadGraveWords()).isPositive();
    assertThat(read("a clot on the scan").unreadGraveWords()).isPositive();
  }

  @Test
  void a_length_is_no_temperature_and_an_age_no_pulse() {
    assertThat(read("I measured my waist with a tape, 39.5").temperatures()).isEmpty();
    assertThat(read("I measured my temperature, 39.5").temperatures()).hasSize(1);
    assertThat(read("I feel my pulse in my tummy, I'm slim and 25").measurements()).isEmpty();
    assertThat(read("my pulse is 25").measurements()).hasSize(1);
  }

  @Test
  void a_reading_that_was_taken_again_properly_holds() {
    var readings =
        read("my watch said oxygen 88, but I did it again with a proper one and it's oxygen 98")
            .measurements();
    assertThat(readings.stream().filter(Measurement::isNow)).hasSize(1);
    assertThat(readings.getLast().isNow()).isTrue();
  }

  @Test
  void someone_elses_age_is_not_the_patients() {
    assertThat(read("I have a cough and my brother is 3 weeks old").ages()).isEmpty();
    assertThat(read("I have a cough, I am 30 years old").ages()).hasSize(1);
  }

  @Test
  void weeks_of_a_pregnancy_need_not_be_called_so() {
    assertThat(read("I'm 14 weeks and have not felt any kicks").measurements())
        .anyMatch(m -> m.kind() == Measurement.Kind.PREGNANCY_WEEKS && m.value() == 14);
    assertThat(read("I'm 14 weeks sober").measurements()).isEmpty();
  }

  @Test
  void a_phrase_in_words_that_are_never_seen_is_refused() {
    var contentErrors = new ContentErrors();
    ConceptFiles.checkForms(new Line("concepts/some.yaml", 9, "bp ~1 high|puking"), contentErrors);
    assertThat(contentErrors.found())
        .containsExactly(
            "concepts/some.yaml:9: `bp` is read as `blood pressure`: write that",
            "concepts/some.yaml:9: `puking` is read as `vomit`: write that");
  }
}
