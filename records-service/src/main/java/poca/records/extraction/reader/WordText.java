package poca.records.extraction.reader;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/// The text at the beginning of a Word document, old or new.
final class WordText {

  /// Letters in white, or nearly.
  private static final Set<String> WHITE = Set.of("FFFFFF", "FEFEFE", "FDFDFD", "FCFCFC");

  private static final int WHITE_INDEX = 8; // ICO of the old format
  private static final int SMALLEST = 3; // half points
  private static final int MOST_HIDDEN = 12;
  private static final double LEAST_RATIO = 0.005;
  private static final long LARGEST_PART = 40L * 1024 * 1024;

  private final StringBuilder text = new StringBuilder();
  private int hidden;

  private WordText() {}

  static String ofDoc(File file) throws IOException {
    var words = new WordText();
    try (var in = new FileInputStream(file);
        var document = new HWPFDocument(in)) {
      var range = document.getRange();
      for (int i = 0; i < range.numCharacterRuns() && words.wantsMore(); i++) {
        var run = range.getCharacterRun(i);
        var said = run.text().replace('\r', '\n').replace('\u0007', '\n');
        words.add(
            said,
            run.isVanished()
                || run.getColor() == WHITE_INDEX
                || run.getIco24() == 0xffffff
                || (run.getFontSize() > 0 && run.getFontSize() <= SMALLEST));
      }
    }
    return words.text.toString();
  }

  static String ofDocx(File file) throws IOException {
    ZipSecureFile.setMinInflateRatio(LEAST_RATIO);
    ZipSecureFile.setMaxEntrySize(LARGEST_PART);
    ZipSecureFile.setMaxTextSize(LARGEST_PART);
    ZipSecureFile.setMaxFileCount(2000);
    var words = new WordText();
    try (var in = new FileInputStream(file);
        var document = new XWPFDocument(in)) {
      for (var element : document.getBodyElements()) {
        if (!words.wantsMore()) break;
        words.add(element);
      }
    }
    return words.text.toString();
  }

  private boolean wantsMore() {
    return text.length() <= DocumentReader.LONGEST;
  }

  private void add(IBodyElement element) {
    switch (element) {
      case XWPFParagraph paragraph -> {
        paragraph.getRuns().forEach(this::add);
        text.append('\n');
      }
      case XWPFTable table -> {
        for (var row : table.getRows()) {
          for (var cell : row.getTableCells()) {
            cell.getBodyElements().forEach(this::add);
          }
        }
      }
      default -> {}
    }
  }

  private void add(XWPFRun run) {
    var color = run.getColor();
    var size = run.getFontSizeAsDouble();
    add(
        run.text(),
        run.isVanish()
            || (color != null && WHITE.contains(color.toUpperCase(Locale.ROOT)))
            || (size != null && size < SMALLEST / 2.0));
  }

  private void add(String said, boolean isHidden) {
    if (!isHidden) {
      text.append(said);
    } else if (!said.isBlank()) {
      hidden += said.strip().length();
      if (hidden > MOST_HIDDEN) throw new Hidden();
    }
  }
}
