package poca.platform.web;

import java.beans.PropertyEditorSupport;
import java.util.function.Function;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/// Numbers in a query are read like those in a body. Editors rather than converters: where a
/// converter refuses, the framework tries its own editor, which also takes hexadecimal, a plus and
/// the digits of other scripts.
@ControllerAdvice
final class QueryNumbers {

  @InitBinder
  void numbers(WebDataBinder binder) {
    binder.registerCustomEditor(int.class, new Editor(Digits::wholeInt));
    binder.registerCustomEditor(Integer.class, new Editor(Digits::wholeInt));
    binder.registerCustomEditor(long.class, new Editor(Digits::whole));
    binder.registerCustomEditor(Long.class, new Editor(Digits::whole));
  }

  private static final class Editor extends PropertyEditorSupport {
    private final Function<String, Number> read;

    private Editor(Function<String, Number> read) {
      this.read = read;
    }

    @Override
    public void setAsText(String text) {
      setValue(read.apply(text));
    }
  }
}
