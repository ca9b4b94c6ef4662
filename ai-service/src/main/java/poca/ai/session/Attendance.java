package poca.ai.session;

import java.time.Instant;
import org.springframework.stereotype.Component;
import poca.contracts.ChatId;
import poca.contracts.fact.MessageFact;
import poca.contracts.fact.MessageFact.MessageSent;
import poca.contracts.fact.MessageFact.MessagesMarked;
import poca.platform.event.Delivery;

/// Notes what the doctor's side did in the chat (contract 9.4): it attends to a session by reading
/// a message that was sent after the session became as urgent as it is, or by writing after that.
/// Reading the session itself is noted where it is read, [AiSessions].
@Component
class Attendance {

  private final SessionStore store;
  private final SessionStates states;

  Attendance(SessionStore store, SessionStates states) {
    this.store = store;
    this.states = states;
  }

  /// In the transaction of whoever listens.
  void on(Delivery<MessageFact> delivery) {
    switch (delivery.fact()) {
      case MessageSent sent -> {
        if (sent.summaryOf() != null) {
          store.summarySent(sent.summaryOf(), sent.chat(), sent.message(), sent.seq());
        }
        if (sent.fromDoctor()) {
          var at = sent.sentAt() == null ? delivery.at() : sent.sentAt();
          attend(sent.chat(), at, at);
        }
      }
      case MessagesMarked marked -> {
        if (marked.byDoctor() && marked.read() && marked.newestSentAt() != null) {
          attend(marked.chat(), marked.newestSentAt(), delivery.at());
        }
      }
    }
  }

  private void attend(ChatId chat, Instant since, Instant at) {
    store.attend(chat, since, at).forEach(states::tell);
  }
}
