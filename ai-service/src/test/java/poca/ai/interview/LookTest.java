package poca.ai.interview;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LookTest {
  @Test
  void look() throws Exception {
    for (var name : System.getProperty("look").split(",")) {
      int n = 0,
          red = 0,
          redRed = 0,
          redGreen = 0,
          nu = 0,
          understood = 0,
          falseRed = 0,
          greenGreen = 0;
      for (var v : Vignette.in(Path.of(name))) {
        var a = v.assessed();
        n++;
        if (!a.understood()) nu++;
        if (a.urgency().ruleId().equals("not-understood")) understood++;
        var level = a.urgency().level().wire();
        if (v.label().wire().equals("red")) {
          red++;
          if (level.equals("red")) redRed++;
          if (level.equals("green")) redGreen++;
        } else if (level.equals("red")) falseRed++;
        System.out.println(
            "LOOK "
                + v.label().wire()
                + " -> "
                + level
                + " "
                + a.urgency().ruleId()
                + " u="
                + a.understood()
                + " lang="
                + a.language()
                + " | "
                + v.age()
                + " | "
                + v.text()
                + " | "
                + a.newest().mentions().stream()
                    .map(m -> m.finding() + (m.present() ? "" : "(" + m.sense() + ")"))
                    .toList()
                + " | "
                + a.newest().statements().stream()
                    .map(s ->
                        (s.question() ? "?" : s.recognised() ? "+" : "-")
                            + v.text().substring(s.span().start(), s.span().end()))
                    .toList());
      }
      System.out.println(
          "LOOKSUM "
              + name
              + " n="
              + n
              + " red="
              + red
              + " red->red="
              + redRed
              + " red->green="
              + redGreen
              + " falseRed="
              + falseRed
              + " notUnderstood="
              + nu
              + " yellowBy="
              + understood);
    }
  }
}
