package poca.system.edges;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import poca.system.edges.Api.Field;
import poca.system.edges.Wire.Answer;
import tools.jackson.databind.JsonNode;

/// Where the value of a field is seen again, and of which fields that is nowhere on purpose.
final class NotShown {

  /// Why a field is not seen in what is answered.
  static final Map<String, String> SHOWS =
      Map.ofEntries(
          Map.entry("user_name", "the account's name, where the patient is somebody else"),
          Map.entry("user_contact", "the account's contact"),
          Map.entry("relation_type", "says whose profile is answered"),
          Map.entry("relation", "a relation of its own, not the patient's"),
          Map.entry("message_ids", "which messages are marked"),
          Map.entry("message_id", "which message is marked"),
          Map.entry("is_read", "what they are marked as"),
          Map.entry("sender_id", "judged, and always the side's own"),
          Map.entry("receiver_id", "judged, and always the other side's"),
          Map.entry("session_id", "judged, and always the path's"));

  /// As [#SHOWS], of one operation.
  static final Map<String, String> OF_ONE =
      Map.of(
          "writeReport.document_ids", "documents of that id, if there are any",
          "sendAIMessageInSession.content", "another word for message",
          "sendAIMessageAlias.content", "another word for message",
          "suggestResponse.summary", "what the draft is made from");

  /// Why a field is not read at all: what stands there is no matter.
  static final Map<String, String> NOT_READ =
      Map.of(
          "login.email", "username is there",
          "writeCaseHistory.patient_id", "the path wins",
          "writeReport.patient_id", "the path wins",
          "relateUser.user_id", "the path wins");

  /// Why a field is refused where all else is right.
  static final Map<String, String> REFUSED =
      Map.of("sendMessage.ai_session_id", "a patient's summary, and an admin asks");

  private NotShown() {}

  /// @param stored what is read where it was changed, which then decides
  static boolean isShown(
      Fixture fixture, Answer answer, @Nullable Answer stored, Field field, Object value) {
    var wanted = Json.of(field.list() ? List.of(value) : value);
    if (stored != null) {
      return isIn(answer.data(), field.name(), wanted) && isIn(stored.data(), field.name(), wanted);
    }
    if (isIn(answer.data(), field.name(), wanted)) {
      return true;
    }
    var user = answer.data().path("user_id").asString("");
    if (user.isEmpty()) {
      return false;
    }
    for (var kind : List.of("users", "doctors", "patients", "hospitals")) {
      if (isIn(fixture.get("/api/v1/" + kind + "/" + user).data(), field.name(), wanted)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isIn(JsonNode node, String name, String wanted) {
    if (node.isObject()) {
      for (var property : node.properties()) {
        if (property.getKey().equals(name) && property.getValue().toString().equals(wanted)) {
          return true;
        }
        if (isIn(property.getValue(), name, wanted)) {
          return true;
        }
      }
    }
    return false;
  }
}
