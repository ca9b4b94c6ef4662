package poca.ai.likeness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Tells which emergency it is that a message is like. The model feels how grave a message is
/// better than what it is about; rare words that it shares with the exemplars of a family say more,
/// so both are heard, each compared with what it says of the other families.
final class Themes {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{2,}");

  private final List<EmergencyFamily> families;
  private final Map<String, Double> rarity;
  private final List<Map<String, Double>> words;
  private final float[] mean;
  private final float[][] centres;

  private Themes(
      List<EmergencyFamily> families,
      Map<String, Double> rarity,
      List<Map<String, Double>> words,
      float[] mean,
      float[][] centres) {
    this.families = families;
    this.rarity = rarity;
    this.words = words;
    this.mean = mean;
    this.centres = centres;
  }

  /// @param exemplars those that the net was made of, in the same order
  static Themes of(List<Exemplar> exemplars, EmergencyClassifier emergencyClassifier) {
    var families = List.copyOf(EmergencyFamily.all().values());
    var counts = new ArrayList<Map<String, Integer>>();
    var centres = new float[families.size()][];
    for (int at = 0; at < families.size(); at++) {
      var counted = new HashMap<String, Integer>();
      var sum = new float[emergencyClassifier.mean().length];
      for (int of = 0; of < exemplars.size(); of++) {
        var exemplar = exemplars.get(of);
        if (!exemplar.family().equals(families.get(at).id())) continue;
        count(exemplar.text(), counted);
        if (exemplar.isRed()) add(sum, emergencyClassifier.vectors()[of]);
      }
      counts.add(counted);
      centres[at] = EmergencyClassifier.centred(sum, new float[sum.length]);
    }
    var rarity = rarity(counts);
    var words = counts.stream().map(counted -> weighed(counted, rarity)).toList();
    return new Themes(families, rarity, words, emergencyClassifier.mean(), centres);
  }

  /// @param vector of the text, as the model gives it
  /// @param fits which emergencies it can be, at least one
  EmergencyFamily of(String text, float[] vector, Predicate<EmergencyFamily> fits) {
    var counted = new HashMap<String, Integer>();
    count(text, counted);
    var said = weighed(counted, rarity);
    var centred = EmergencyClassifier.centred(vector, mean);
    var byWords = words.stream().mapToDouble(of -> shared(said, of)).toArray();
    var byLikeness =
        Arrays.stream(centres).mapToDouble(of -> EmergencyClassifier.dot(centred, of)).toArray();
    standardise(byWords);
    standardise(byLikeness);
    return IntStream.range(0, families.size())
        .boxed()
        .filter(at -> fits.test(families.get(at)))
        .max(Comparator.comparingDouble(at -> byWords[at] + byLikeness[at]))
        .map(families::get)
        .orElseThrow();
  }

  /// How much of a family's rare words a text has.
  double shared(String text, EmergencyFamily family) {
    var counted = new HashMap<String, Integer>();
    count(text, counted);
    var of = words.get(families.indexOf(family));
    return counted.keySet().stream()
        .mapToDouble(word -> rarity.getOrDefault(word, 0.0) * of.getOrDefault(word, 0.0))
        .sum();
  }

  private static void add(float[] sum, float[] vector) {
    for (int at = 0; at < sum.length; at++) sum[at] += vector[at];
  }

  private static void count(String text, Map<String, Integer> counted) {
    var matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (matcher.find()) counted.merge(matcher.group(), 1, Integer::sum);
  }

  private static Map<String, Double> rarity(List<Map<String, Integer>> counts) {
    var in = new HashMap<String, Integer>();
    for (var counted : counts) for (var word : counted.keySet()) in.merge(word, 1, Integer::sum);
    var rarity = new HashMap<String, Double>();
    in.forEach(
        (word, number) -> rarity.put(word, Math.log((1.0 + counts.size()) / (1 + number)) + 1));
    return rarity;
  }

  /// The words that are known, of length one together.
  private static Map<String, Double> weighed(
      Map<String, Integer> counted, Map<String, Double> rarity) {
    var weighed = new HashMap<String, Double>();
    double square = 0;
    for (var word : counted.entrySet()) {
      var rare = rarity.get(word.getKey());
      if (rare == null) continue;
      double weight = (1 + Math.log(word.getValue())) * rare;
      weighed.put(word.getKey(), weight);
      square += weight * weight;
    }
    double length = Math.sqrt(square);
    weighed.replaceAll((_, weight) -> weight / length);
    return weighed;
  }

  private static double shared(Map<String, Double> said, Map<String, Double> of) {
    double shared = 0;
    for (var word : said.entrySet())
      shared += word.getValue() * of.getOrDefault(word.getKey(), 0.0);
    return shared;
  }

  private static void standardise(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    double square = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(0);
    double spread = square > 0 ? Math.sqrt(square) : 1;
    for (int at = 0; at < values.length; at++) values[at] = (values[at] - mean) / spread;
  }
}
