package poca.auth.account;

import com.fasterxml.jackson.annotation.JsonProperty;

enum Gender {
  @JsonProperty("male")
  MALE,
  @JsonProperty("female")
  FEMALE,
  @JsonProperty("other")
  OTHER
}
