package poca.ai.reading;

import java.util.HashMap;
import java.util.Map;

/// Common misspellings, variants and contractions, each mapped to the one form that the phrase
/// tables use.
final class Spelling {

  private static final String TABLE =
      """
      abdomen: abdomin abdoman abdo
      abdominal: abdomenal abdominial
      aint: aint
      allergic: alergic allergetic
      antibiotics: antibiotic antibotics antibiotcs
      asthma: astma asma asthama
      baby: babys babies bby
      bleeding: bleading bleedin bleding
      breath: breth braeth breathe breaths breathes breathing brething breathin breething breathng
      cant: cannot canot couldnt cnt
      chest: chst cheast
      child: childs
      colour: color coloured colored colours
      constipation: constipated
      cough: coughs coughing caugh coff couhg caughing cought
      crying: cryin cries
      daughter: daughters
      diabetes: diabetese diabetis diebetes
      diabetic: diabetics
      diaper: diapers nappy nappies diper dipers dypers
      diarrhoea: diarrhea diarrhoe diarhea diarrea diarrhia diarreah diarhoea diahrrea diarrohea dihorrea diorrhea diarroea diahorrea
      dizziness: dizzyness dizzines
      doesnt: dosent doesent dosnt
      dont: dnt
      fainted: faintd
      fever: feaver fevar fevr fevers feverish febrile pyrexia
      haemorrhage: hemorrhage hemorrage
      headache: headaches hedache headach headeache headche headake haedache
      hours: hrs hr hour
      ibuprofen: ibuprofin ibuprofan ibuprophen ibrufen
      jaundice: jaundiced jondice jaundis jaundise
      medicine: medicines medecine medicin meds medication medications medicne
      migraine: migrane migraines
      minutes: mins min minute
      months: mths mth mos month
      nausea: nausia nausious nauseous nauseated nauseas
      numb: nummb
      oesophagus: esophagus
      paracetamol: paracetomol paracetmol parcetamol paracetamole paracitamol
      phlegm: flem phlem flegm sputum mucus mucous
      pregnant: pregnent prgnant preggo
      rash: rashes
      seizure: seizures siezure seisure seizer siezures seizuring fitting convulsion convulsions convulsing convulsed
      severe: severly severely sevre
      shortness: shortnes
      son: sons
      stomach: stomache stomack stomac stomuch
      stool: stools poo poos poop poops poopy pooping motions faeces feces
      stroke: strok
      sudden: suddenly sudenly
      swollen: swolen swoolen swollon
      temperature: temperatures temprature temperture tempreture tempature temperatur temp temps
      throat: throath thraot
      throwing: thowing
      tired: tierd
      unconscious: unconcious unconsious unconcous unconsciousness
      urine: urin urinate urinating urination pee peeing pees peed wee weeing wees
      vomit: vomits vomitting vomiting vommiting vomitted vomited vomitings puke puked puking pukes vomitin vommit
      weeks: wks wk week
      wheezing: wheeze wheezes wheezy weezing
      years: yrs yr year
      days: day dys
      yes: yess yea yeah yep yup ya yah
      """;

  private static final Map<String, String> CORRECTED = read();

  private Spelling() {}

  static String correct(String word) {
    return CORRECTED.getOrDefault(word, word);
  }

  private static Map<String, String> read() {
    var corrected = new HashMap<String, String>();
    for (var line : TABLE.lines().toList()) {
      int colon = line.indexOf(':');
      for (var variant : line.substring(colon + 1).strip().split(" ", -1)) {
        corrected.put(variant, line.substring(0, colon));
      }
    }
    return Map.copyOf(corrected);
  }
}
