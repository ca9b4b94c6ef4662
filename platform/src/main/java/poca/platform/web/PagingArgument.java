package poca.platform.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Reads [Paging] from `skip`, `limit` and `cursor`.
final class PagingArgument implements HandlerMethodArgumentResolver {

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Paging.class;
  }

  @Override
  public Paging resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binder) {
    var errors = new ArrayList<Refusal.FieldError>();
    int skip = number(request, "skip", 0, 0, Integer.MAX_VALUE, errors);
    int limit = number(request, "limit", Paging.USUAL, 1, Paging.LARGEST, errors);
    var cursor = request.getParameter("cursor");
    if (cursor != null && skip > 0) {
      errors.add(error("skip", "value_error", "skip cannot be combined with cursor"));
    }
    if (!errors.isEmpty()) {
      throw Refusal.invalid(errors);
    }
    return new Paging(skip, limit, cursor);
  }

  private static int number(
      NativeWebRequest request,
      String name,
      int usual,
      int least,
      int most,
      List<Refusal.FieldError> errors) {
    var text = request.getParameter(name);
    if (text == null) {
      return usual;
    }
    try {
      long value = Digits.whole(text);
      if (value < least) {
        errors.add(error(name, "greater_than_equal", "must be at least " + least));
      } else if (value > most) {
        errors.add(error(name, "less_than_equal", "must be at most " + most));
      } else {
        return (int) value;
      }
    } catch (NumberFormatException notANumber) {
      errors.add(error(name, "int_parsing", "must be an integer"));
    }
    return usual;
  }

  private static Refusal.FieldError error(String name, String type, String message) {
    return new Refusal.FieldError(List.of("query", name), message, type);
  }
}
