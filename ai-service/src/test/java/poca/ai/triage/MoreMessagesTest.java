package poca.ai.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Messages as people write them, near misses included; written after the rules, to see what they
/// miss.
class MoreMessagesTest {

  static final String MESSAGES =
      """
      GREEN  | 40y            | I have two dry patches on my elbow
      GREEN  | 14y            | pretend gunshot wound make-up for halloween, now the skin is itchy from the glue. which cream
      RED    | 17y            | stabbed in the belly outside the theatre, blood pouring out
      YELLOW | 35y            | her arm plaster has gone loose now and slides, fingers warm, no pain
      RED    | 30y            | they put plaster on my shin yesterday, leg feels bursting, foot gone numb
      RED    | 24y            | pain is unreal, codeine does nothing, if anyone moves my toes i scream. plaster on my leg
      RED    | 57y            | picked mushrooms in the wood, since the night vomiting and diarrhoea
      GREEN  | 44y            | picked mushrooms in the wood with my kids, we did not eat any
      RED    | 60y            | my dialysis arm burst open, blood jetting up the wall
      RED    | 72y            | no wee, not passed water since last night, belly in agony
      RED    | 58y            | somebody parked a van on my chest, started 40 minutes ago watching telly, down my left arm
      RED    | 70y            | my leg went white as marble an hour ago, freezing, hurts
      RED    | 33y            | i can feel the head and cant not push, alone at home
      GREEN  | 6y             | earache since yesterday, nothing swollen behind the ear, playing
      RED    | 8y             | banged his head in the playground, knocked out for a minute, sick three times
      GREEN  | 12y            | nosebleed on Monday, stopped after five minutes and has not come back
      RED    | 82y            | talking since lunch only words without sense, she was normal this morning
      RED    | 66y            | lump in the groin is stuck out rock hard, throwing up all day
      RED    | 25y            | the telly is ordering him to kill our mum, he walks about with a kitchen knife
      GREEN  | 53y            | carbon monoxide alarm was chirping, low battery, changed it. nobody had headaches
      RED    | 50y            | carbon monoxide alarm was chirping, thought it was the battery, now my wife is drowsy
      RED    | 52y            | cannot stand without falling to the left, seeing two of everything, voice gone slurred
      RED    | 2y             | grape stuck, he cant cry or cough
      RED    | 1y             | pulled a mug of fresh tea down over his chest, skin peeling off
      GREEN  | 2y             | my toddler has patches of eczema
      RED    | 2y             | my toddler chewed grandmas pain patch
      GREEN  | 40y            | A man in the news was stabbed at the bus station, poor lad
      RED    | 40y            | A man in the street was stabbed, he is bleeding here
      GREEN  | 40y            | took an overdose at 19. I'm 44 now with a lovely family
      RED    | 40y            | I took an overdose at 9. I'm 44
      GREEN  | 40y            | You asked about chest pain and fainting: none of them, but a rash that itches
      RED    | 40y            | You asked about chest pain. It is crushing and I am sweating
      GREEN  | 40y            | she turned purple with anger over the parking ticket
      RED    | 40y            | she turned purple and is gasping
      GREEN  | 40y            | the laptop had a seizure again, lost my appointment letter
      RED    | 40y            | my husband is having a seizure at his laptop now
      GREEN  | 40y            | oven cleaner left a dry patch on my fingers
      RED    | 40y            | oven cleaner splashed in my eye, burning
      GREEN  | 40y            | wrote a letter to the council about the bins, my back is still sore
      RED    | 40y            | he wrote a goodbye letter to the kids and locked himself in
      GREEN  | 6m             | baby strains and grunts before a poo, otherwise happy
      RED    | 6m             | baby is grunting with each breath
      RED    | 40y            | stabbed in the back outside the pub, bleeding
      GREEN  | 40y            | Can I collect my medicine on Friday
      RED    | 40y            | I have been stockpiling my tablets
      GREEN  | 40y            | can you take me today for my ear
      RED    | 80y            | I pray the lord to take me
      GREEN  | 40y            | I have way more spots than last year
      RED    | 40y            | I took way more than I should of my tablets
      GREEN  | 40y            | itchy spot on bridge of nose
      RED    | 40y            | he is standing on the bridge and will not come down
      GREEN  | 40y            | I jumped off the wall and my ankle is sore
      RED    | 40y            | I nearly jumped in front of a train today
      GREEN  | 40y            | I have had odd pains in my knee
      RED    | 40y            | my brother has od'd on heroin
      RED    | 40y            | I've written the letters and sorted out who gets the dog
      YELLOW | 4y             | he keeps pulling at his left ear
      GREEN  | 4y             | my boy bit his tongue while eating
      RED    | 40y            | he bit his tongue in the night and shook all over
      GREEN  | 44y            | I have a headache. Not sick with it
      YELLOW | 80y            | She is not with it since this morning
      RED    | 30y            | My waters feel like trickling. 31 weeks, second baby.
      GREEN  | 70y            | my mum has old marks on her neck
      RED    | 30y            | red finger marks round my neck where he held me
      RED    | 55y            | I'm having pain in chest and left arm, feeling sweaty
      RED    | 55y            | no fever no cough but chest pain with sweating
      RED    | 55y            | Chest pain. No fever. Short of breath.
      RED    | 55y            | It feels like something heavy is sitting on my chest
      RED    | 55y            | I think I'm having a heart attack
      YELLOW | 55y            | I have some chest discomfort after a heavy meal
      RED    | 55y            | Severe pain in the middle of my chest
      GREEN  | 55y            | no pain in my chest, just cough
      GREEN  | 55y            | I don't have chest pain, I don't have shortness of breath
      GREEN  | 55y            | ruled out heart attack last month, feeling fine
      RED    | 55y            | I can not breathe
      RED    | 55y            | cannot breathe
      RED    | 55y            | He can't breathe!!!
      RED    | 55y            | having a hard time breathing, cant even talk
      RED    | 5y             | my child is turning blue
      RED    | 5y             | choking on a grape
      RED    | 5y             | he is limp and not responding
      RED    | 65y            | my mouth is crooked and my words are slurred since an hour
      RED    | 65y            | my right arm and leg are weak suddenly
      GREEN  | 65y            | no weakness in arms or legs, no trouble speaking
      RED    | 30y            | convulsions just now
      RED    | 2y             | he is shaking all over and eyes rolled back
      GREEN  | 2y             | shivering with cold, no fever
      RED    | 30y            | I am bleeding a lot from my nose and it won't stop
      RED    | 30y            | vomit with blood
      RED    | 30y            | dark black stools for two days
      RED    | 30y            | my eyes and lips swelled up and I'm wheezing
      RED    | 30y            | difficulty breathing after a bee sting
      RED    | 30y            | I want to end my life
      RED    | 30y            | thoughts of suicide
      RED    | 30y            | I am suicidal
      RED    | 30y            | I swallowed a whole bottle of pills
      RED    | 60d            | FEVER 38.1
      RED    | 89d            | fever
      YELLOW | 95d            | fever 38.1
      YELLOW | 170d           | temp 38
      GREEN  | 250d           | temp 38.2 since today, playing and feeding well
      RED    | 34y            | My newborn has a temperature of 100.4
      RED    | 34y            | my 8 weeks old baby has 39 degrees
      RED    | 34y            | 10-day-old baby with fever of 38.5°C
      RED    | 20d            | Baby isn't feeding and is lethargic
      RED    | 20d            | refuses to feed since this morning and sleeps all day
      RED    | 90d            | no wet nappies all day
      RED    | 90d            | diapers have been dry for 10 hours
      RED    | 25y            | fever and stiff neck with vomiting
      RED    | 25y            | rash that doesn't go away when I press a glass and fever 39
      RED    | 25y            | 10 weeks pregnant, bleeding and cramps
      RED    | 25y            | I am pregnant and bleeding heavily
      RED    | 25y            | severe tummy pain, belly is hard
      RED    | 25y            | stomach pain and passed out
      RED    | 17y            | sudden pain in my balls and vomiting
      RED    | 40y            | sudden severe headache, worst ever
      RED    | 40y            | thunderclap headache
      RED    | 5d             | green vomit
      RED    | 1d             | yellow skin and eyes
      RED    | 28y            | my 12 hours old baby looks yellow
      RED    | 3y             | sunken eyes, no urine since yesterday, diarrhoea
      YELLOW | 30y            | temperature 39.0
      GREEN  | 30y            | temperature 38.9
      YELLOW | 30y            | I've had fever for 4 days
      GREEN  | 30y            | fever for three days
      YELLOW | 30y            | I vomited 6 times today
      GREEN  | 30y            | vomited once
      YELLOW | 30y            | pain in right lower abdomen
      YELLOW | 30y            | stomach pain for 36 hours
      YELLOW | 30y            | productive cough for 5 weeks
      YELLOW | 30y            | slightly breathless
      YELLOW | 30y            | pregnant with vomiting
      YELLOW | 30y            | pain score 7
      YELLOW | 30y            | pain 9/10
      YELLOW | 30y            | I take immunosuppressants and have a fever
      GREEN  | 30y            | dry cough for two weeks
      GREEN  | 30y            | my baby's vaccination is due, what should I bring?
      GREEN  | 30y            | I do not have any chest pain, palpitations, breathlessness, fainting or sweating.
      GREEN  | 30y            | No h/o seizures, no loss of consciousness
      GREEN  | 30y            | mother died of stroke; I have a mild headache
      GREEN  | 30y            | my brother committed suicide years ago
      GREEN  | 30y            | watched a movie about suicide
      GREEN  | 30y            | worried about stroke because of family history
      GREEN  | 30y            | no thoughts of self-harm
      GREEN  | 30y            | chest is clear
      GREEN  | 30y            | Not breathless, no chest pain. Just sneezing.
      GREEN  | 30y            | I stopped vomiting yesterday
      GREEN  | 30y            | she never had a seizure
      GREEN  | 30y            | he has no rash, no stiff neck, no drowsiness
      GREEN  | 30y            | My chest pain from last year never came back
      GREEN  | 30y            | blood sugar is 110
      GREEN  | 30y            | got blood drawn today
      GREEN  | 30y            | can I give blood?
      GREEN  | 30y            | heavy rain here, runny nose
      GREEN  | 30y            | I'm dying to know my results
      GREEN  | 30y            | this headache is killing me
      GREEN  | 30y            | broken nail
      RED    | 30y            | kill myself
      RED    | 30y            | not fever, severe breathing difficulty
      RED    | 30y            | chest pain since 2 days. Sweating no. Breathlessness yes.
      YELLOW | 30y            | chest pain: yes, sweating: no, breathlessness: no
      GREEN  | 30y            | chest pain: no, sweating: no
      GREEN  | 40y            | I've got pain in my foot after a walk, also my chest is fine
      GREEN  | 40y            | my son loves the movie Frozen, he has a runny nose
      RED    | 40y            | pain here in the left part of my chest and I feel sick
      RED    | 30y            | pregnant 12 weeks. bleeding since morning. bad cramps
      GREEN  | 40y            | heavy feeling in my legs after work
      YELLOW | 40y            | My 9 year old daughter has a sore throat and fever of 39.5
      GREEN  | 40y            | my 9 year old daughter has a sore throat
      RED    | 40y            | my 9 year old daughter has asthma and can't speak in full sentences
      RED    | 40y            | Dad collapsed, not breathing
      GREEN  | 40y            | i feel sick of work
      GREEN  | 40y            | sick leave note please
      GREEN  | 40y            | baby shower tomorrow, have a cold
      RED    | 40y            | face drooping
      YELLOW | 9y             | face drooping
      RED    | 40y            | no numbness but my face is drooping
      GREEN  | 40y            | I did not faint
      GREEN  | 40y            | I was not unconscious
      RED    | 40y            | I became unconscious
      RED    | 40y            | bee stung me, I have hives and difficulty breathing
      GREEN  | 40y            | My wife is not pregnant, she has a cold
      YELLOW | 40y            | my wife is pregnant and has a fever
      RED    | 40y            | my wife is 39 weeks pregnant and her water broke
      RED    | 62y            | There's a tightness across my chest and I feel clammy
      RED    | 55y            | pain in the chest going to jaw since 30 mins
      RED    | 50y            | My chest hurts and I'm short of breath
      RED    | 50y            | chest is hurting really bad, 9/10
      YELLOW | 25y            | sharp chest pain on deep breath for 2 hours
      YELLOW | 12y            | my son says his chest hurts after coughing
      GREEN  | 25y            | I have heartburn after meals
      GREEN  | 25y            | chest xray was normal, just asking
      GREEN  | 25y            | chest infection last year, now only a runny nose
      RED    | 30y            | I'm having trouble breathing and my lips are blue
      RED    | 30y            | He is gasping for air
      RED    | 30y            | struggling to breathe
      RED    | 30y            | she can barely breathe
      RED    | 30y            | Severe shortness of breath since an hour
      YELLOW | 30y            | I get breathless on stairs
      YELLOW | 30y            | feel short of breath sometimes
      RED    | 2y             | He is grunting and his nostrils are flaring
      RED    | 70y            | My left side went numb suddenly and I can't speak properly
      RED    | 70y            | woke up and half of my face is drooping
      RED    | 70y            | lost vision in my right eye suddenly
      YELLOW | 40y            | my vision is a bit blurry since two days
      GREEN  | 40y            | tingling in my fingers at night
      RED    | 30y            | my daughter is having a fit right now
      RED    | 30y            | she won't wake up
      RED    | 30y            | he passed out and is not waking up
      YELLOW | 30y            | I fainted yesterday when I stood up, I'm fine now
      RED    | 30y            | passed out with chest pain
      YELLOW | 30y            | I nearly fainted today and then I fainted in the evening
      GREEN  | 30y            | I feel dizzy when I stand up
      GREEN  | 30y            | I feel faint when I stand
      RED    | 30y            | heavy bleeding from a cut, won't stop
      RED    | 30y            | soaking two pads per hour
      YELLOW | 30y            | I'm pregnant and spotting since today
      GREEN  | 30y            | my nose bled a little, it stopped
      YELLOW | 30y            | blood when I pee
      YELLOW | 30y            | there is blood in my stool
      RED    | 30y            | I threw up blood
      RED    | 30y            | coffee ground vomit
      GREEN  | 30y            | no blood in my vomit
      YELLOW | 30y            | cannot keep water down since yesterday
      RED    | 30y            | hives all over and my throat feels tight
      RED    | 30y            | stung by a bee, face swollen and wheezing
      GREEN  | 30y            | bee sting on my arm, a little red
      GREEN  | 30y            | hives on my arms, itchy
      RED    | 17y            | I dont want to live anymore
      RED    | 17y            | I've been thinking about hurting myself
      RED    | 17y            | he took an overdose of paracetamol
      GREEN  | 17y            | I hurt myself playing football, my knee is sore
      YELLOW | 17y            | I feel hopeless and down
      RED    | 20d            | newborn with fever
      RED    | 70d            | 38.0 C measured twice
      GREEN  | 70d            | 37.9 after vaccination
      RED    | 70d            | his temp is 101
      RED    | 28y            | My baby is 6 weeks old and feels hot, 38.4
      RED    | 28y            | 5 week old with temp 100.5F
      YELLOW | 28y            | My baby has fever since yesterday
      YELLOW | 28y            | my 4 month old has 38.1
      YELLOW | 28y            | my 5 month old has a temperature of 101
      GREEN  | 28y            | my 8 month old has a runny nose
      RED    | 200d           | very sleepy, hard to wake, won't feed
      RED    | 30d            | stopped feeding since morning
      RED    | 70y            | my husband suddenly became confused
      YELLOW | 70y            | he is confused
      YELLOW | 30d            | not latching well
      RED    | 150d           | she hasn't had a wet nappy since last night
      YELLOW | 150d           | only 2 wet diapers today
      GREEN  | 150d           | 6 wet diapers, feeding well, just gassy
      RED    | 300d           | the soft spot on his head is bulging
      RED    | 4y             | fever and purple spots that don't fade under a glass
      RED    | 22y            | stiff neck, fever and light hurts my eyes
      GREEN  | 22y            | stiff neck after sleeping badly
      RED    | 22y            | fever with confusion, talking nonsense
      RED    | 75y            | my mother has a fever and is confused
      RED    | 30y            | positive pregnancy test, severe lower belly pain
      RED    | 30y            | 34 weeks pregnant, headache and blurred vision
      RED    | 30y            | my water broke, I am 36 weeks pregnant
      RED    | 30y            | haven't felt the baby move today, 32 weeks pregnant
      YELLOW | 30y            | gave birth 5 days ago and have fever
      GREEN  | 30y            | I am not pregnant, just tired
      RED    | 35y            | abdominal pain and my stomach is hard as a board
      RED    | 35y            | stomach pain started yesterday around the navel, moved to the right lower side
      YELLOW | 35y            | belly ache since 3 days
      GREEN  | 35y            | mild stomach ache after eating
      RED    | 14y            | my testicle hurts since this morning
      RED    | 2d             | his vomit is green
      RED    | 10d            | bile vomiting
      YELLOW | 8y             | vomited green once
      RED    | 0d             | skin turned yellow today
      RED    | 30y            | my baby was born yesterday and he is yellow
      YELLOW | 8d             | jaundice not going away
      YELLOW | 30y            | fever of 39.5 since morning
      YELLOW | 30y            | temp 103 F
      GREEN  | 30y            | temp 99 F
      GREEN  | 30y            | 101 F fever since last night, body ache
      YELLOW | 30y            | fever since a week
      YELLOW | 30y            | fever for the last four days
      GREEN  | 30y            | fever for the last two days
      YELLOW | 30y            | coughing for a month
      YELLOW | 30y            | cough with green phlegm and fever 38.5
      GREEN  | 30y            | cough with green phlegm
      YELLOW | 70y DIABETES   | foot wound, redness
      YELLOW | 70y            | I'm diabetic and have a fever
      RED    | 70y            | I am on chemo and have a fever
      YELLOW | 40y            | I had a kidney transplant and have a cough
      YELLOW | 40y            | the pain is unbearable in my knee
      GREEN  | 40y            | the pain is not severe, just a sore knee
      GREEN  | 40y            | my knee pain is 3/10
      YELLOW | 40y            | knee pain 7 out of 10
      GREEN  | 40y            | My mother has high blood pressure and diabetes
      GREEN  | 40y            | Is it safe to take ibuprofen for a headache?
      GREEN  | 40y            | I'm not suicidal
      GREEN  | 40y            | My uncle died of a heart attack, should I be worried?
      GREEN  | 40y            | vaccine against meningitis, do I need one?
      GREEN  | 40y            | I had pneumonia with severe chest pain in 2015
      GREEN  | 40y            | no more chest pain since the stent
      GREEN  | 40y            | I don't feel any pain in chest, only cough
      GREEN  | 40y            | not having chest pain
      GREEN  | 40y            | there is no chest pain nor sweating
      GREEN  | 40y            | the rash fades when I press a glass on it
      GREEN  | 40y            | I don't have diarrhoea or blood in stools
      GREEN  | 40y            | denies loss of consciousness, vomiting, seizure
      RED    | 40y            | I don't have fever but I have crushing chest pain
      RED    | 40y            | No cough, no cold, but severe difficulty in breathing
      RED    | 40y            | I have had no relief from this crushing chest pain
      RED    | 40y            | Not only is my chest tight, I'm sweating
      RED    | 40y            | i cannot breath
      RED    | 40y            | cant catch my breath
      RED    | 40y            | My breathing is getting very difficult. Unable to talk in full sentences.
      RED    | 40y            | chest pain???!! sweating!!!
      RED    | 40y            | chest  pain ,  sweating
      RED    | 40y            | CHEST PAIN. SWEATING. HELP
      RED    | 40y            | I've got chest pain n sweatin
      YELLOW | 3y             | bad cough like a barking dog at night
      RED    | 3y             | barking cough and she is struggling to breathe
      RED    | 40y            | swallowed bleach by mistake
      RED    | 40y            | snake bit my leg
      YELLOW | 40y            | dog bit my hand
      YELLOW | 40y            | burned my hand with hot oil
      YELLOW | 40y            | burning feeling when passing urine
      YELLOW | 40y            | burning urine with fever
      RED    | 40y            | I can't pass urine since morning
      RED    | 66y            | calf is swollen and I am breathless
      YELLOW | 66y            | my calf is swollen
      YELLOW | 66y            | heart is racing
      RED    | 66y            | back pain and numbness in the groin, lost control of my bladder
      YELLOW | 50y            | I lost 8 kg weight without trying
      YELLOW | 50y            | there's a lump in my breast
      GREEN  | 50y            | I want to lose weight
      GREEN  | 50y            | Can I get a refill of my medicine?
      RED    | 1y             | diarrhoea 10 times, sunken eyes, not drinking
      YELLOW | 1y             | vomiting and dry mouth
      YELLOW | 6y             | she is very sleepy with fever
      RED    | 45y DIABETES   | vomiting and breathing fast
      RED    | 64y            | I had to sit up on the edge of the bed last night to get my air
      GREEN  | 40y            | I sleep better with three pillows since the cold
      RED    | 22y            | everything is sort of pointless, it would be easier if I just didn't wake up any more
      """;

  static Stream<Arguments> messages() {
    return Rated.in(MESSAGES).map(r -> Arguments.of(r.level(), r.background(), r.message()));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void a_message_is_rated(UrgencyLevel level, String background, String message) {
    var urgency = TriageTest.rate(TriageTest.background(background), message);
    assertThat(urgency.level()).as("%s", urgency).isEqualTo(level);
  }
}
