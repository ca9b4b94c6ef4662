package poca.ai.triage;

import static poca.ai.reading.Finding.*;
import static poca.ai.reading.Measurement.Kind.*;
import static poca.ai.triage.Rule.red;
import static poca.ai.triage.Rule.yellow;
import static poca.ai.triage.Sign.*;

import java.util.List;

/// What a medicine or a condition, said or on record, makes of a symptom.
///
/// For clinicians: `docs/clinical-rules.md`, which says how each source was checked.
final class MedicineRules {

  private static final String BLOOD_COUNT =
      "BNF and MHRA, carbimazole and clozapine: sore throat, mouth ulcers or fever may be"
          + " agranulocytosis, stop and test at once";
  private static final String LITHIUM = "BNF and NHS, lithium: signs of toxicity";
  private static final String ADRENAL =
      "NICE NG243 (2024), adrenal insufficiency; NHS Steroid Emergency Card (2020): sick day rules";

  static final List<Rule> ALL =
      List.of(
          red(
              "medicine.head-injury",
              "head injury on a medicine that thins the blood",
              "NICE NG232 (2023), head injury: anticoagulants and antiplatelets other than aspirin",
              any(HEAD_INJURY),
              either(takes("anticoagulant"), takes("antiplatelet"))),
          red(
              "medicine.bleeding",
              "blood in stool, urine or vomit, a fall or a bad headache on an anticoagulant",
              "NICE CG141 and British Society of Gastroenterology (2019), bleeding; BNF,"
                  + " anticoagulants",
              takes("anticoagulant"),
              either(
                  any(
                      BLOODY_STOOL,
                      BLACK_STOOL,
                      BLOOD_URINE,
                      BLOOD_VOMIT,
                      COUGHING_BLOOD,
                      WORST_HEADACHE),
                  both(any(HEADACHE), any(SUDDEN, VOMITING, CONFUSION)),
                  atLeast(BLEEDING_MINUTES, 10))),
          red(
              "medicine.chemotherapy-fever",
              "fever or chills on cancer treatment",
              "NICE CG151 (2012), neutropenic sepsis",
              takes("chemotherapy"),
              either(fever(), any(CHILLS))),
          red(
              "medicine.blood-count",
              "sore throat, mouth ulcers or fever on carbimazole, clozapine or a medicine like them",
              BLOOD_COUNT,
              takes("agranulocytosis"),
              either(any(SORE_THROAT, MOUTH_ULCER), fever())),
          red(
              "medicine.methotrexate",
              "fever, sore throat, mouth ulcers or trouble breathing on methotrexate",
              "BNF and MHRA, methotrexate: blood count, lungs, liver",
              takes("methotrexate"),
              either(any(SORE_THROAT, MOUTH_ULCER, BREATHLESS, JAUNDICE, EASY_BRUISING), fever())),
          red(
              "medicine.immunity",
              "fever with chills, confusion, drowsiness or trouble breathing on an"
                  + " immunosuppressant, after a transplant or without a spleen",
              "NICE NG253 (2025), suspected sepsis: people at higher risk; British Society for"
                  + " Haematology: fever without a spleen",
              either(
                  takes("immunosuppressant"),
                  takes("transplant"),
                  takes("no-spleen"),
                  takes("steroid")),
              fever(),
              any(CHILLS, CONFUSION, DROWSY, BREATHLESS, FAST_BREATHING, FAINTED, STIFF_NECK)),
          yellow(
              "medicine.infection",
              "signs of infection on an immunosuppressant, after a transplant or without a spleen",
              "NICE NG51 (2016) and NG253 (2025), suspected sepsis: people at higher risk",
              either(
                  takes("immunosuppressant"),
                  takes("transplant"),
                  takes("no-spleen"),
                  takes("methotrexate")),
              either(fever(), any(COUGH, WET_COUGH, BURNING_URINE, SKIN_INFECTED, DIARRHOEA))),
          red(
              "medicine.adrenal",
              "vomiting, drowsiness or fainting with adrenal insufficiency or steroids",
              ADRENAL,
              either(takes("adrenal-insufficiency"), takes("steroid")),
              any(VOMITING, PERSISTENT_VOMITING, DROWSY, CONFUSION, FAINTED)),
          red(
              "medicine.hypoglycaemia",
              "signs of low blood glucose on insulin or a sulfonylurea",
              "JBDS 01 (2023), hypoglycaemia; NHS, Low blood sugar",
              either(takes("insulin"), takes("sulfonylurea")),
              either(
                  any(DROWSY, CONFUSION, SEIZURE, FAINTED, SPEECH_TROUBLE),
                  some(2, SWEATING, TREMOR, DIZZY, PALPITATIONS, IRRITABILITY, VISION_CHANGE))),
          red(
              "medicine.ketoacidosis",
              "vomiting, abdominal pain, fast breathing or drowsiness on an SGLT2 inhibitor",
              "MHRA (2016), SGLT2 inhibitors: ketoacidosis also at normal glucose",
              takes("sglt2"),
              any(
                  VOMITING,
                  PERSISTENT_VOMITING,
                  ABDOMINAL_PAIN,
                  FAST_BREATHING,
                  BREATHLESS,
                  DROWSY,
                  CONFUSION)),
          red(
              "medicine.lithium",
              "vomiting, diarrhoea, slurred speech, unsteadiness or drowsiness on lithium",
              LITHIUM,
              takes("lithium"),
              any(VOMITING, DIARRHOEA, SPEECH_TROUBLE, LOST_BALANCE, CONFUSION, DROWSY, TWITCHING)),
          red(
              "medicine.angioedema",
              "swelling of face, lips or tongue on an ACE inhibitor",
              "BNF, ACE inhibitors: angioedema; British Society for Allergy and Clinical Immunology"
                  + " (2015)",
              takes("ace-inhibitor"),
              any(FACE_SWELLING, THROAT_CLOSING)),
          red(
              "medicine.opioid",
              "drowsiness, confusion or slow breathing on an opioid",
              "BNF and MHRA (2020), opioids: respiratory depression",
              takes("opioid"),
              either(
                  any(DROWSY, CONFUSION, UNRESPONSIVE, NOT_BREATHING), below(BREATHING_RATE, 10))),
          yellow(
              "medicine.digoxin",
              "nausea, vomiting, changed vision or confusion on digoxin",
              "BNF, digoxin: signs of toxicity",
              takes("digoxin"),
              any(NAUSEA, VOMITING, VISION_CHANGE, CONFUSION, PALPITATIONS, DIARRHOEA)),
          red(
              "medicine.clot",
              "a swollen leg, chest pain or trouble breathing on a combined pill or oestrogen",
              "NICE NG158 (2020), venous thromboembolic diseases; FSRH, combined hormonal"
                  + " contraception (2019)",
              takes("oestrogen"),
              any(LEG_SWELLING, CHEST_PAIN, BREATHLESS, COUGHING_BLOOD)));

  private MedicineRules() {}
}
