package poca.records.extraction.reader;

import java.io.File;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingColor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingColorN;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingColorSpace;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceCMYKColor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceGrayColor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceRGBColor;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// The text at the beginning of a PDF file. One with very many pages is not read, and one that
/// writes what nobody sees is not believed.
final class PdfText extends PDFTextStripper {

  private static final int MOST_PAGES = 500;

  /// As many as are looked through for the beginning.
  private static final int PAGES_READ = 10;

  /// In points.
  private static final float SMALLEST = 2;

  /// Of red, green and blue, each from 0 to 1.
  private static final float WHITE = 0.93f;

  /// A stray blank or dot in white is no message.
  private static final int MOST_HIDDEN = 12;

  private int hidden;

  private PdfText() {
    addOperator(new SetNonStrokingColorSpace(this));
    addOperator(new SetNonStrokingColor(this));
    addOperator(new SetNonStrokingColorN(this));
    addOperator(new SetNonStrokingDeviceGrayColor(this));
    addOperator(new SetNonStrokingDeviceRGBColor(this));
    addOperator(new SetNonStrokingDeviceCMYKColor(this));
  }

  static String of(File file) throws IOException {
    try (var document = Loader.loadPDF(file, IOUtils.createMemoryOnlyStreamCache())) {
      if (document.getNumberOfPages() > MOST_PAGES) return "";
      var text = new StringBuilder();
      for (int page = 1; page <= Math.min(PAGES_READ, document.getNumberOfPages()); page++) {
        var stripper = new PdfText();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        text.append(stripper.getText(document));
        if (text.length() > DocumentReader.LONGEST) break;
      }
      return text.toString();
    }
  }

  @Override
  protected void processTextPosition(TextPosition position) {
    if (isHidden(position)) {
      if (!position.getUnicode().isBlank() && ++hidden > MOST_HIDDEN) throw new Hidden();
      return;
    }
    super.processTextPosition(position);
  }

  private boolean isHidden(TextPosition position) {
    if (Math.abs(position.getFontSizeInPt()) < SMALLEST) return true;
    if (position.getX() < 0
        || position.getY() < 0
        || position.getX() > position.getPageWidth()
        || position.getY() > position.getPageHeight()) return true;
    var state = getGraphicsState();
    var mode = state.getTextState().getRenderingMode();
    // A scan carries what was read of it in this mode, unseen over its picture: nobody checked it.
    if (mode == RenderingMode.NEITHER || mode == RenderingMode.NEITHER_CLIP) return true;
    if (state.getNonStrokeAlphaConstant() < 0.1) return true;
    return mode.isFill() && isWhite();
  }

  private boolean isWhite() {
    try {
      var color = getGraphicsState().getNonStrokingColor();
      var rgb = color.getColorSpace().toRGB(color.getComponents());
      return rgb[0] > WHITE && rgb[1] > WHITE && rgb[2] > WHITE;
    } catch (IOException | RuntimeException pattern) {
      return false;
    }
  }
}
