package poca.ai.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import poca.ai.content.Content;
import poca.ai.content.ContentErrors;

/// What evidence is called: what was read, unless that says more than the patient did or is about
/// another age; then it is called by the patient's own words.
final class Labels {

  private static final double YEAR = 365.25;
  private static final Pattern TO_YEARS = Pattern.compile("to (\\d+) years");
  private static final List<Claim> CLAIMS = read();

  private Labels() {}

  /// @param label words of a label
  /// @param told of which the patient has to have said one; null if only the age has to fit
  /// @param to age in years, exclusive
  private record Claim(Pattern label, @Nullable Pattern told, double to) {

    boolean fits(String quote, @Nullable Double ageDays) {
      return (told == null || told.matcher(quote).find())
          && (ageDays == null || ageDays < to * YEAR);
    }
  }

  static String fitting(String label, String quote, @Nullable Double ageDays) {
    boolean fits =
        CLAIMS.stream()
            .filter(claim -> claim.label.matcher(label).find())
            .allMatch(claim -> claim.fits(quote, ageDays));
    return fits ? label : quote;
  }

  private static List<Claim> read() {
    var contentErrors = new ContentErrors();
    var claims = new ArrayList<Claim>();
    for (var line : Content.lines("problems/claims.tsv")) {
      var cells = line.text().split("\t", -1);
      if (cells.length != 2) {
        contentErrors.add(line, "is no word of a label, tab, what the patient says");
        continue;
      }
      var years = TO_YEARS.matcher(cells[1]);
      claims.add(
          years.matches()
              ? new Claim(any(cells[0]), null, Double.parseDouble(years.group(1)))
              : new Claim(any(cells[0]), any(cells[1]), Double.MAX_VALUE));
    }
    contentErrors.refuse();
    return List.copyOf(claims);
  }

  /// Any of the words; with an asterisk whatever begins so.
  private static Pattern any(String words) {
    var all = new ArrayList<String>();
    for (var word : words.toLowerCase(Locale.ROOT).split("; *", -1))
      all.add(Pattern.quote(word.replace("*", "")) + (word.endsWith("*") ? "" : "\\b"));
    return Pattern.compile("\\b(?:" + String.join("|", all) + ")", Pattern.CASE_INSENSITIVE);
  }
}
