package poca.records.document;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param bytesPerAccount STORAGE_BYTES_PER_ACCOUNT; 0 is no limit
@ConfigurationProperties("poca.storage")
record StorageSettings(@DefaultValue("5368709120") long bytesPerAccount) {

  StorageSettings {
    if (bytesPerAccount < 0) {
      throw new IllegalArgumentException("STORAGE_BYTES_PER_ACCOUNT must be 0 or more");
    }
  }
}
