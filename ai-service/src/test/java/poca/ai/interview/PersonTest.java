package poca.ai.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # whoever else is named, the writer tells of himself or herself
          self   | 79 | m | My daughter told me to write. Dizzy since Monday.                         | YOU
          self   | 79 | m | Dizzy since Monday, my daughter says I should write to you.               | YOU
          self   | 41 | f | I've had a headache since my sister's birthday on Saturday                | YOU
          self   | 41 | f | My sister's 40th birthday was on Saturday. Headache ever since.           | YOU
          self   | 41 | f | Since my sister's wedding diarrhoea, it must have been the prawns         | YOU
          self   | 41 | f | my son brought a cold home from nursery and now I have a sore throat      | YOU
          self   | 36 | m | My kids jumped on me and my knee is swollen                               | YOU
          self   | 52 | f | my husband thinks I snore too loud, I'm tired all day                     | YOU
          self   | 30 | f | My boyfriend is away. I have a burning when I pee                        | YOU
          self   | 29 | f | I am 31 weeks pregnant and the baby moves less                            | YOU
          self   | 33 | f | I breastfeed my 3 week old and my left breast is hot and red              | YOU
          self   | 62 | m | headache                                                                  | YOU
          self   | 62 | m | My back is killing me, my wife drove me mad until I wrote                 | YOU
          self   | 44 | f | I live with my mother. Cough for three weeks.                             | YOU
          self   | 44 | f | After my mother died I cannot sleep                                       | YOU
          self   | 23 | m | my flatmate's dog bit me in the hand                                      | YOU
          self   | 15 | f | my tummy hurts and mum says it's just my period                           | YOU
          self   | 35 | f | itchy rash, my daughter had scabies in school                             | YOU
          self   | 48 | m | My wife is a nurse and she says my mole looks odd                         | YOU
          self   | 66 | f | My neighbour lent me her crutches after I twisted my ankle                | YOU
          self   | 58 | m | sore throat, caught it from my grandson I think                           | YOU
          self   | 28 | m | Chest pain going into my arm, my wife reads along                         | YOU
          # parents
          self   | 31 | f | my 3 month old son is not feeding well                                    | YOUR_BABY
          self   | 31 | f | My son (5) has had a fever since yesterday                                | YOUR_CHILD
          self   | 31 | f | fever of 40 in my daughter since this morning                             | YOUR_CHILD
          self   | 31 | f | My daughter's right ear has hurt since last night                         | YOUR_CHILD
          self   | 38 | m | Our little girl fell off the swing, her arm is swollen                    | YOUR_CHILD
          self   | 38 | m | the baby has had diarrhoea since yesterday                                | YOUR_BABY
          self   | 38 | m | I am worried about my boy, he is coughing all night                       | YOUR_CHILD
          self   | 38 | m | I'm here with my son, he is vomiting since noon                           | YOUR_CHILD
          child  | 5m | f | She has eczema in the face, my mother had it too                          | YOUR_BABY
          child  | 2  | m | He rolled off the sofa one hour ago and has a bump on the forehead        | YOUR_CHILD
          child  | 6  | f | fever                                                                     | YOUR_CHILD
          child  | 20 | f | she is coughing for a week                                                | SHE
          guardian | 9 | m | cough since Monday                                                       | THE_CHILD
          # relatives
          self   | 44 | f | My mum slipped in the bathroom and hit her head. Small bump.              | SHE
          self   | 44 | f | my husband's mouth droops on one side                                     | HE
          self   | 44 | f | My dad won't see a doctor, so I'm writing for him. He has been losing weight for 3 months. | HE
          self   | 39 | m | it's about my wife, her chest hurts when she breathes                     | SHE
          self   | 39 | m | my friend has been vomiting blood                                         | THE_PATIENT
          parent | 83 | f | She is confused since last night                                          | SHE
          parent | 83 | f | confused since last night                                                 | SHE
          husband | 74 | m | his mouth droops                                                         | HE
          wife   | 41 | f | itchy rash on the belly                                                   | SHE
          """)
  void the_one_whose_signs_are_told_is_spoken_of(
      String relation, String age, String sex, String words, Voice voice) {
    var consultation = new Consultation(record(relation, age, sex));
    consultation.send(words);
    var assessment = consultation.assessments.getLast();
    assertThat(Person.of(assessment.story(), assessment.intake().patient()).voice())
        .isEqualTo(voice);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          itchy rash on the belly for a week | I should have said, it's not me, it's my wife, she's 41 | SHE
          I have a rash for a week           | sorry, this is not about me but about my son           | YOUR_CHILD
          I have a rash for a week           | it's not me complaining, my wife wants it looked at     | YOU
          dizzy since monday                 | my daughter says I should drink more                   | YOU
          dizzy since monday                 | my son came to visit and had a cold                    | YOU
          """)
  void who_corrects_of_whom_it_was_is_understood(String first, String then, Voice voice) {
    var consultation = new Consultation(record("self", "44", "m"));
    consultation.send(first);
    consultation.send(then);
    var assessment = consultation.assessments.getLast();
    assertThat(Person.of(assessment.story(), assessment.intake().patient()).voice())
        .isEqualTo(voice);
  }

  private static Intake.PatientRecord record(String relation, String age, String sex) {
    int days =
        age.endsWith("m")
            ? (int) (Integer.parseInt(age.replace("m", "")) * 30.5)
            : (int) Math.ceil(Integer.parseInt(age) * 365.25);
    return new Intake.PatientRecord(
        (int) (days / 365.25),
        days,
        sex.equals("m") ? "male" : "female",
        null,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        relation,
        null);
  }
}
