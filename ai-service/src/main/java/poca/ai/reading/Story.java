package poca.ai.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import poca.ai.language.Languages;

/// The conversation so far as the patient told it: every message read in the light of the question
/// before it.
public final class Story {

  /// One message of the patient and what the assistant answered, if it did.
  ///
  /// @param asked what the answer asked for, null where that has to be read from its text
  /// @param reading how the message was read in its turn, null if it has not been read yet
  public record Exchange(
      String messageId,
      String message,
      @Nullable String response,
      boolean isSummary,
      @Nullable QuestionReading asked,
      @Nullable Reading reading) {

    /// An exchange of which nothing but the words is known.
    public Exchange(
        String messageId, String message, @Nullable String response, boolean isSummary) {
      this(messageId, message, response, isSummary, null, null);
    }

    /// What the answer asked for; nothing without an answer.
    public QuestionReading askedFor() {
      if (isSummary || response == null) return QuestionReading.NOTHING;
      return asked != null ? asked : QuestionReading.in(response);
    }
  }

  /// Of whom the first concern speaks.
  public enum About {
    WRITER,
    CHILD,
    /// Another relative or friend of the writer.
    RELATIVE,
    UNSAID
  }

  private static final double CHILD_UNDER_DAYS = 12 * 365.25;

  private final List<Exchange> exchanges;
  private final List<Reading> readings;
  private final About about;
  private final Set<String> kin;
  private final Map<Finding, Mention> present = new TreeMap<>();
  private final Set<Finding> denied = new TreeSet<>();

  private Story(List<Exchange> exchanges, List<Reading> readings, Reading.Whom whom) {
    this.exchanges = exchanges;
    this.readings = readings;
    this.about = whom.about();
    this.kin = whom.patient();
    mentions().filter(Mention::present).forEach(m -> present.putIfAbsent(m.finding(), m));
    mentions().filter(Mention::absent).forEach(m -> denied.add(m.finding()));
    denied.removeAll(present.keySet());
  }

  /// Reads what has not been read yet: of a conversation that is kept with its readings that is the
  /// newest message.
  ///
  /// @param patientKin words by which the writer may call the patient ("husband"), empty when they
  ///   are the same person
  public static Story of(List<Exchange> exchanges, Set<String> patientKin) {
    var experiencer = new Experiencer(patientKin);
    var readings = new ArrayList<Reading>();
    var asked = QuestionReading.NOTHING;
    var said = new ArrayList<String>();
    for (var exchange : exchanges) {
      said.add(NormalisedText.of(exchange.message).text());
      var kept = exchange.reading;
      if (kept == null) {
        var language = Languages.of(said, word -> Lexicon.isWord(word) || Lexicon.isOwn(word));
        readings.add(
            Reading.of(exchange.messageId, exchange.message, asked, experiencer, language));
      } else {
        readings.add(kept);
        experiencer.resume(kept.whom());
      }
      // A message without a response keeps the question before it open.
      if (exchange.response != null) asked = exchange.askedFor();
    }
    return new Story(List.copyOf(exchanges), List.copyOf(readings), experiencer.whom());
  }

  public List<Reading> readings() {
    return readings;
  }

  public About about() {
    return about;
  }

  /// Words by which the writer calls the patient ("mother"), empty when they are the same person.
  public Set<String> kin() {
    return kin;
  }

  public List<Exchange> exchanges() {
    return exchanges;
  }

  /// The findings that a text other than the conversation names, such as a condition on record; it
  /// is not checked for negation.
  public static Set<Finding> named(String text) {
    var named = new TreeSet<Finding>();
    Reading.findings(Word.of(text)).forEach(hit -> named.add(hit.key()));
    return named;
  }

  public Stream<Mention> mentions() {
    return readings.stream().flatMap(r -> r.mentions().stream());
  }

  /// The first place where the patient says that this is there.
  public Optional<Mention> present(Finding finding) {
    return Optional.ofNullable(present.get(finding));
  }

  public boolean has(Finding finding) {
    return present.containsKey(finding);
  }

  /// Denied, and nowhere affirmed.
  public boolean denies(Finding finding) {
    return denied.contains(finding);
  }

  public Stream<Temperature> temperatures() {
    return readings.stream().flatMap(r -> r.temperatures().stream());
  }

  public Stream<Duration> durations() {
    return readings.stream().flatMap(r -> r.durations().stream());
  }

  /// The ages stated of the patient.
  public Stream<Age> ages() {
    return readings.stream().flatMap(r -> r.ages().stream()).filter(this::isPatients);
  }

  /// In "I have a fever and breastfeed my 3 week old" the age is not the patient's.
  public boolean isPatients(Age age) {
    return isPatients(age, about);
  }

  /// The same, as far as it could be told after a message.
  public static boolean isPatients(Age age, About about) {
    return about != About.WRITER || age.days() >= CHILD_UNDER_DAYS;
  }

  public Stream<Detail> details(DetailKind detailKind) {
    return readings.stream().flatMap(r -> r.details().stream()).filter(d -> d.ask() == detailKind);
  }

  public Stream<Remedy> remedies() {
    return readings.stream().flatMap(r -> r.remedies().stream());
  }
}
