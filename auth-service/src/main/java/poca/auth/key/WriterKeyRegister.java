package poca.auth.key;

import java.util.Base64;
import java.util.List;
import org.springframework.stereotype.Component;
import poca.contracts.fact.WriterKey;
import poca.contracts.fact.WriterKeys;
import poca.platform.event.WriterKeyStore;
import poca.platform.web.Refusal;

/// The register of the keys with which services sign their facts, this service among them.
@Component
class WriterKeyRegister implements WriterKeys {

  private static final int KEY_BYTES = 32;

  private final WriterKeyStore store;

  WriterKeyRegister(WriterKeyStore store) {
    this.store = store;
  }

  /// A service registers keys of its own and of nobody else: the id is made of its name and the
  /// key.
  ///
  /// @throws Refusal 403 if it is not, 422 for what is no key
  @Override
  public void register(WriterKey key) {
    if (!key.id().equals(WriterKey.idOf(key.service(), key.publicKey()))) {
      throw Refusal.notAllowed();
    }
    if (!isKey(key.publicKey())) {
      throw Refusal.invalid("body", "public_key", "value_error", "Not an Ed25519 key");
    }
    store.register(key);
  }

  private static boolean isKey(String text) {
    try {
      return Base64.getUrlDecoder().decode(text).length == KEY_BYTES;
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  @Override
  public List<WriterKey> besides(String id) {
    return store.besides(id);
  }
}
