package poca.demo;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/// One consultation from the first words to the doctor's answer, played by two real clients. Every
/// step looks at what came back and throws [StepFailed] when it is not what the contract promises.
public final class Consultation {

  private static final int MOST_QUESTIONS = 6;
  private static final int PAGE = 100;

  /// Who meets whom. `patientId` may be a dependant of the patient's account.
  public record Parties(Login doctor, Login patient, String doctorId, String patientId) {}

  /// What the patient comes with: the first words, and what to answer when a question contains a
  /// word. The last entry answers anything else.
  public record Complaint(String opening, List<Map.Entry<String, String>> answers) {

    String answerTo(String question) {
      var asked = question.toLowerCase(Locale.ROOT);
      return answers.stream()
          .filter(answer -> asked.contains(answer.getKey()))
          .findFirst()
          .orElse(answers.getLast())
          .getValue();
    }
  }

  /// A child with fever and cough, told by a parent.
  public static final Complaint FEVER =
      new Complaint(
          "My child has had a fever since yesterday evening and is coughing.",
          List.of(
              Map.entry("temperature", "38.6 C this morning"),
              Map.entry("how high", "38.6 C this morning"),
              Map.entry("medic", "paracetamol 5 ml twice, it helped for some hours"),
              Map.entry("remed", "paracetamol 5 ml twice, it helped for some hours"),
              Map.entry("drink", "drinking well, a bit less food than usual"),
              Map.entry("breath", "no trouble breathing"),
              Map.entry("rash", "no rash and no vomiting"),
              Map.entry("long", "since yesterday evening"),
              Map.entry("", "no, nothing else")));

  private final Gateway gateway;
  private final Consumer<String> screen;

  /// @param screen where the dialogue is shown, line by line
  public Consultation(Gateway gateway, Consumer<String> screen) {
    this.gateway = gateway;
    this.screen = screen;
  }

  /// @return the chat in which it took place
  public String play(Parties parties, Complaint complaint) {
    var chat = openChat(parties);
    var session = interview(parties, complaint, chat);
    var words = approve(parties, session);
    exchange(parties, chat, session, words);
    return chat;
  }

  private String openChat(Parties parties) {
    var response =
        gateway.post(
            parties.patient(),
            "/chats",
            Map.of("doctor_id", parties.doctorId(), "patient_id", parties.patientId()));
    if (!response.alreadyExists()) {
      return response.data().path("id").asString();
    }
    for (var chat :
        gateway
            .get(parties.patient(), "/chats/patient/" + parties.patientId())
            .data()
            .path("chats")) {
      if (chat.path("doctor_id").asString().equals(parties.doctorId())) {
        return chat.path("id").asString();
      }
    }
    throw new StepFailed("the chat exists but is not listed");
  }

  private String interview(Parties parties, Complaint complaint, String chat) {
    var session =
        gateway
            .post(parties.patient(), "/ai/sessions", Map.of("chat_id", chat))
            .data()
            .path("id")
            .asString();
    try (var socket = gateway.socket(parties.patient(), "/ai-assistant/ws/" + session)) {
      socket.next("system");
      var words = complaint.opening();
      for (var count = 1; count <= MOST_QUESTIONS; count++) {
        say("patient", words);
        socket.send(Map.of("message", words));
        socket.next("status");
        var response = socket.next("ai_response");
        check(
            response.path("question_count").asInt() == count,
            "question_count is %s after %d messages"
                .formatted(response.path("question_count"), count));
        var text = response.path("content").path("message").asString();
        say("assistant", text);
        if (response.path("content").path("isSummary").asBoolean()) {
          return session;
        }
        words = complaint.answerTo(text);
      }
    }
    throw new StepFailed("the assistant still asks after " + MOST_QUESTIONS + " answers");
  }

  /// The patient reads the summary, adds a sentence and ends the interview.
  private String approve(Parties parties, String session) {
    var messages =
        gateway
            .get(parties.patient(), "/ai/sessions/" + session + "/messages")
            .data()
            .path("messages");
    var summary = messages.get(messages.size() - 1);
    check(summary.path("is_summary").asBoolean(), "the last AI message is not the summary");
    var urgency =
        gateway.get(parties.patient(), "/ai/sessions/" + session).data().path("urgency").asString();
    check(List.of("red", "yellow", "green").contains(urgency), "the urgency is " + urgency);
    say("urgency", urgency);

    var edited =
        summary.path("response").asString()
            + "\nAdded by the patient: I am worried about the night.";
    var put =
        gateway
            .put(
                parties.patient(),
                "/ai/sessions/" + session + "/summary",
                Map.of("summary", edited))
            .data();
    check(put.path("summary").asString().equals(edited), "the edited summary was not kept");
    var ended = gateway.put(parties.patient(), "/ai/sessions/" + session + "/end", Map.of()).data();
    check(!ended.path("end_timestamp").isNull(), "the session did not end");
    return edited;
  }

  /// The doctor's app knows nothing but its login: it finds the chat in its list, and the interview
  /// by the message.
  private void exchange(Parties parties, String chat, String session, String summary) {
    var listed = listed(parties.doctor(), chat).path("id").asString();
    try (var doctor = gateway.socket(parties.doctor(), "/chats/ws/" + listed);
        var patient = gateway.socket(parties.patient(), "/chats/ws/" + chat)) {
      doctor.next("system");
      patient.next("system");
      skipHistory(chat, parties, doctor, patient);

      var sent =
          gateway
              .post(
                  parties.patient(),
                  "/messages",
                  Map.of("chat_id", chat, "message", summary, "ai_session_id", session))
              .data();
      var seen = doctor.next("message").path("message");
      check(seen.path("content").asString().equals(summary), "the doctor sees other words");
      check(
          seen.path("seq").asLong() == sent.path("seq").asLong(),
          "the message has two sequence numbers");
      patient.next("message");
      var interview = seen.path("ai_session_id").asString();
      check(interview.equals(session), "the message does not name its interview");
      check(
          listed(parties.doctor(), chat).path("assistant").path("session_id").isString(),
          "the doctor's list of chats shows no interview");
      var told = attend(parties.doctor(), listed, interview);
      check(told.equals(summary), "the interview holds other words than the message");
      say("chat", "the summary reached the doctor, urgency included");

      var draft =
          gateway
              .post(
                  parties.doctor(),
                  "/ai/suggested-response",
                  Map.of("session_id", interview, "summary", told))
              .data()
              .path("suggested_response")
              .asString();
      check(!draft.isBlank(), "the draft is empty");
      say("draft", draft);

      var reply = draft + " Message me tomorrow morning how the night was.";
      doctor.send(Map.of("content", reply));
      var answered = patient.next("message").path("message");
      check(answered.path("content").asString().equals(reply), "the patient reads other words");
      check(
          answered.path("seq").asLong() == sent.path("seq").asLong() + 1, "the sequence has a gap");
      say("doctor", reply);

      markRead(parties.patient(), answered);
      markRead(parties.doctor(), seen);
      var unread =
          gateway.get(parties.patient(), "/chats/" + chat).data().path("unread_count").asInt(-1);
      check(unread == 0, "the patient still has " + unread + " unread messages");
    }
  }

  private JsonNode listed(Login doctor, String chat) {
    for (var skip = 0; ; skip += PAGE) {
      var chats =
          gateway.get(doctor, "/chats?limit=" + PAGE + "&skip=" + skip).data().path("chats");
      for (var each : chats) {
        if (each.path("id").asString().equals(chat)) {
          return each;
        }
      }
      check(!chats.isEmpty(), "the doctor's list of chats does not hold the chat");
    }
  }

  /// The doctor takes the interview from the work that waits, and reads it.
  ///
  /// @return the summary
  private String attend(Login doctor, String chat, String interview) {
    var work = "/ai/sessions?attended=false&summary_ready=true&chat_id=" + chat;
    var waiting = gateway.get(doctor, work).data().path("sessions");
    check(
        waiting.valueStream().anyMatch(each -> each.path("id").asString().equals(interview)),
        "the interview is not in the doctor's work");
    var read = gateway.get(doctor, "/ai/sessions/" + interview).data();
    say("doctor", "reads the interview, which is " + read.path("urgency").asString());
    check(read.path("attended_at").isString(), "the interview still waits for the doctor");
    var summary =
        gateway
            .get(doctor, "/ai/sessions/" + interview + "/messages")
            .data()
            .path("messages")
            .valueStream()
            .filter(message -> message.path("is_summary").asBoolean())
            .map(message -> message.path("response").asString())
            .findFirst();
    return summary.orElseThrow(() -> new StepFailed("the doctor finds no summary"));
  }

  /// A chat that has messages shows the last of them first.
  private void skipHistory(String chat, Parties parties, Socket... sockets) {
    var before = gateway.get(parties.patient(), "/chats/" + chat).data().path("last_seq").asLong();
    if (before > 0) {
      for (var socket : sockets) {
        socket.next("history");
      }
    }
  }

  private void markRead(Login reader, JsonNode message) {
    var marked =
        gateway
            .put(reader, "/messages/" + message.path("id").asString() + "/read", Map.of())
            .data();
    check(marked.path("is_read").asBoolean(), "the message was not marked read");
  }

  private void say(String who, String words) {
    screen.accept("%10s | %s".formatted(who, words.replace("\n", "\n           | ")));
  }

  private static void check(boolean right, String otherwise) {
    if (!right) {
      throw new StepFailed(otherwise);
    }
  }
}
