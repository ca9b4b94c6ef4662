package poca.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/// One page of plain text under a title.
final class Pdf {

  private static final float MARGIN = 60;
  private static final float TITLE = 16;
  private static final float TEXT = 11;

  private Pdf() {}

  static byte[] of(String title, List<String> lines) {
    try (var document = new PDDocument();
        var bytes = new ByteArrayOutputStream()) {
      var page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      try (var content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.newLineAtOffset(MARGIN, page.getMediaBox().getHeight() - MARGIN);
        content.setLeading(1.5f * TEXT);
        content.setFont(new PDType1Font(FontName.HELVETICA_BOLD), TITLE);
        content.showText(encodable(title));
        content.newLine();
        content.newLine();
        content.setFont(new PDType1Font(FontName.HELVETICA), TEXT);
        for (var line : lines) {
          content.showText(encodable(line));
          content.newLine();
        }
        content.endText();
      }
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The standard fonts know Latin letters only.
  private static String encodable(String text) {
    return text.replaceAll("[^\\x20-\\x7e\\xa1-\\xff]", "?");
  }
}
