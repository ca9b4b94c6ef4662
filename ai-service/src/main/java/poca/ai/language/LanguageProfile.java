package poca.ai.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What one file of `clinical/languages/` says of its language.
///
/// @param words its most frequent words, folded: what a language is known by
/// @param denials what denies an alarm that follows it closely
/// @param denialsAtOnce what denies an alarm that follows it directly
/// @param denialsAfter what denies an alarm that it follows at once
/// @param asides what makes a clause one of the past, of a possibility or of somebody's lesson
/// @param presents what makes such a clause one of now again
/// @param turns words that begin another clause
record LanguageProfile(
    String tag,
    Set<String> words,
    String notice,
    String emergency,
    String contact,
    List<AlarmPhrase> denials,
    List<AlarmPhrase> denialsAtOnce,
    List<AlarmPhrase> denialsAfter,
    List<AlarmPhrase> asides,
    List<AlarmPhrase> presents,
    Set<String> turns,
    Map<AlarmKind, List<AlarmPhrase>> alarms) {

  /// Said to everybody whose language has no file; its emergencies are read by the rules.
  static final LanguageProfile ENGLISH = read(Detected.ENGLISH);

  static final List<LanguageProfile> ALL =
      ContentLine.of("languages.txt").stream().map(line -> read(line.text())).toList();

  private static LanguageProfile read(String tag) {
    return of(tag, ContentLine.of(tag + ".txt"));
  }

  boolean writesWithoutBlanks() {
    return tag.equals("zh") || tag.equals("ja");
  }

  boolean writesFromRightToLeft() {
    return tag.equals("ar") || tag.equals("ur");
  }

  static @Nullable LanguageProfile of(String tag) {
    for (var languageProfile : ALL) if (languageProfile.tag.equals(tag)) return languageProfile;
    return null;
  }

  static LanguageProfile of(String tag, List<ContentLine> lines) {
    var sections = new HashMap<String, List<ContentLine>>();
    var known = sections();
    List<ContentLine> section = null;
    for (var line : lines) {
      if (line.text().startsWith("[")) {
        if (!line.text().endsWith("]")) throw line.wrong("a section like [words]");
        var name = line.text().substring(1, line.text().length() - 1).strip();
        if (!known.contains(name)) throw line.wrong("one of the sections " + known);
        section = new ArrayList<>();
        if (sections.put(name, section) != null) throw line.wrong("each section once");
      } else {
        if (section == null) throw line.wrong("a section like [words] before anything else");
        section.add(line);
      }
    }
    var alarms = new EnumMap<AlarmKind, List<AlarmPhrase>>(AlarmKind.class);
    for (var kind : AlarmKind.values()) {
      if (tag.equals(Detected.ENGLISH)) break;
      var phrases = new ArrayList<AlarmPhrase>();
      for (var line : required(tag, sections, "alarm " + kind.label()))
        phrases.add(AlarmPhrase.of(line, line.text()));
      alarms.put(kind, List.copyOf(phrases));
    }
    return new LanguageProfile(
        tag,
        Set.copyOf(folded(required(tag, sections, "words"))),
        text(tag, sections, "notice", "{number}"),
        text(tag, sections, "emergency", "{number}"),
        text(tag, sections, "contact", "{contact}"),
        entries(sections, "denial"),
        entries(sections, "denial at once"),
        entries(sections, "denial after"),
        entries(sections, "aside"),
        entries(sections, "now"),
        Set.copyOf(folded(sections.getOrDefault("but", List.of()))),
        alarms);
  }

  private static Set<String> sections() {
    var names =
        new TreeSet<>(
            List.of(
                "words",
                "notice",
                "emergency",
                "contact",
                "denial",
                "denial at once",
                "denial after",
                "aside",
                "now",
                "but"));
    for (var kind : AlarmKind.values()) names.add("alarm " + kind.label());
    return names;
  }

  private static List<ContentLine> required(
      String tag, Map<String, List<ContentLine>> sections, String name) {
    var lines = sections.get(name);
    if (lines == null || lines.isEmpty())
      throw new IllegalStateException(
          "clinical/languages/" + tag + ".txt: the section [" + name + "] is missing or empty");
    return lines;
  }

  private static String text(
      String tag, Map<String, List<ContentLine>> sections, String name, String placeholder) {
    var lines = required(tag, sections, name);
    var text = String.join(" ", lines.stream().map(ContentLine::text).toList());
    if (!text.contains(placeholder)) throw lines.getFirst().wrong(placeholder + " in the text");
    if (text.replace(placeholder, "").contains("{"))
      throw lines.getFirst().wrong("no placeholder but " + placeholder);
    return text;
  }

  private static Set<String> folded(List<ContentLine> lines) {
    var words = new HashSet<String>();
    for (var line : lines)
      Arrays.stream(line.text().split("[\\s,]+")).map(Token::folded).forEach(words::add);
    words.remove("");
    return words;
  }

  private static List<AlarmPhrase> entries(Map<String, List<ContentLine>> sections, String name) {
    var entries = new ArrayList<AlarmPhrase>();
    for (var line : sections.getOrDefault(name, List.of()))
      for (var entry : line.text().split(",")) entries.add(AlarmPhrase.of(line, entry));
    return List.copyOf(entries);
  }
}
