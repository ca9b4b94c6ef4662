package poca.auth.key;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import poca.contracts.fact.WriterKey;
import poca.platform.text.OneLine;
import poca.platform.web.Refusal;

/// The register as the other services use it; service tokens only.
@RestController
@RequestMapping("/internal/writer-keys/{id}")
class WriterKeyController {

  private final WriterKeyRegister register;

  WriterKeyController(WriterKeyRegister register) {
    this.register = register;
  }

  record NewKey(@NotNull @OneLine String publicKey) {}

  record Known(List<WriterKey> keys) {}

  @PutMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void register(
      @PathVariable String id, @Valid @RequestBody NewKey key, HttpServletRequest request) {
    var service = request.getUserPrincipal();
    if (service == null) {
      throw Refusal.notAllowed();
    }
    register.register(new WriterKey(id, service.getName(), key.publicKey(), null));
  }

  /// An unknown key is an empty list: 404 would also be said by a version without this route.
  @GetMapping
  Known besides(@PathVariable String id) {
    return new Known(register.besides(id));
  }
}
