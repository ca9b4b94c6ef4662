package poca.ai.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// Prints what reading costs; run by hand, with `-XX:TieredStopAtLevel=1` for the slower compiler.
final class ReadingSpeed {

  private static final String PROSE =
      """
      Hello doctor, I am writing about my mother who is 67 and lives with us. Since monday evening
      she has a cough with yellowish phlegm and a temprature of 38.4, she took paracetamol twice but
      it came back every time. She has no chest pain and no bleeding, but she is a bit short of breath
      when she climbs the stairs and she sleeps much more than usual. She takes metformin and a tablet
      for her blood pressure, I dont know the name. Yesterday she did not want to eat, only some soup.
      Should we come to the hospital or can we wait until tomorow? Thank you very much, Anna.
      """;

  private ReadingSpeed() {}

  public static void main(String[] arguments) {
    long used = used();
    long start = System.nanoTime();
    read(PROSE);
    System.out.printf("first reading, lists and tables loaded: %.0f ms%n", since(start));
    System.out.printf("kept in memory for it: %.1f MB%n", (used() - used) / 1e6);
    print("prose", PROSE);
    print("prose without a full stop, one word a line", PROSE.replaceAll("[\\s.,]+", "\n"));
    print("pasted", "<p>" + PROSE.replace(" ", "&nbsp;") + "</p>");
    print("misspelled", PROSE.replaceAll("([a-z]{2})([a-z])([a-z]{2})", "$1$3$2"));
  }

  private static void print(String what, String text) {
    for (int i = 0; i < 2_000; i++) read(text);
    var times = new double[2_000];
    for (int i = 0; i < times.length; i++) {
      long start = System.nanoTime();
      read(text);
      times[i] = since(start);
    }
    Arrays.sort(times);
    double per500 = 500.0 / text.length();
    System.out.printf(
        "%s: %d characters, per 500 of them median %.2f ms, p95 %.2f ms%n",
        what, text.length(), times[1_000] * per500, times[1_900] * per500);
  }

  private static void read(String text) {
    Story.of(List.of(new Story.Exchange("m", text, null, false)), Set.of());
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e6;
  }

  private static long used() {
    System.gc();
    var runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
