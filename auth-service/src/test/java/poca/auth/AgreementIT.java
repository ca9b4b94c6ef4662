package poca.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import poca.testkit.agreement.AgreesWithOpenApi;

@WholeService
class AgreementIT implements AgreesWithOpenApi {

  private static final String PASSWORD = "long enough for a test";

  @Autowired Api api;

  @Override
  public String adminToken() {
    return api.adminToken();
  }

  @Override
  public String deactivatedToken() {
    var signedUp = api.signUpDoctor(Api.email(), PASSWORD);
    var off =
        api.put(
            "/api/v1/users/" + signedUp.field("user_id"),
            Map.of("is_active", false),
            api.adminToken());
    assertThat(off.status()).isEqualTo(200);
    return signedUp.field("access_token");
  }

  @Override
  public Map<String, String> exceptions() {
    return Map.of(
        "public signUpAdmin",
            "public while there is no admin: a gate of its own asks for the token",
        "public *SecondFactor",
            "what half a login gave stands in for a token: a gate of its own asks for either",
        "body change*.is_active", "null is refused by hand, and only if an admin sends it");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "doctor-signup",
        "patient-signup",
        "hospital-signup",
        "doctor/signup",
        "patient/signup",
        "hospital/signup"
      })
  void an_email_signs_up_once_under_either_spelling(String spelling) {
    var wanted = Api.signUp(Api.email(), PASSWORD);

    assertThat(api.post("/api/v1/auth/" + spelling, wanted).status()).isEqualTo(200);
    assertThat(api.post("/api/v1/auth/" + spelling, wanted).code()).isEqualTo("RES_002");
  }

  @Test
  void an_admin_makes_no_account_twice() {
    var wanted = Api.signUp(Api.email(), PASSWORD);
    wanted.put("role", "doctor");
    var token = api.adminToken();

    assertThat(api.post("/api/v1/users", wanted, token).status()).isEqualTo(200);
    for (var path : List.of("users", "auth/signup", "auth/admin-signup")) {
      assertThat(api.post("/api/v1/" + path, wanted, token).code()).isEqualTo("RES_002");
    }
  }
}
