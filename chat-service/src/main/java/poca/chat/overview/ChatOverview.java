package poca.chat.overview;

import org.jspecify.annotations.Nullable;
import poca.chat.assistant.Assistant;
import poca.chat.careteam.Side;
import poca.chat.chat.Chat;
import poca.chat.message.Message;

/// A chat as a list shows it: with its newest message, how far each side has come and the interview
/// that the doctor should see first.
record ChatOverview(
    Chat chat,
    Progress doctor,
    Progress patient,
    @Nullable Message last,
    @Nullable Assistant assistant) {

  /// @param delivered highest seq handed to the side
  /// @param read highest seq up to which nothing addressed to the side is unread
  /// @param unread how many messages addressed to the side are
  record Progress(long delivered, long read, long unread) {}

  Progress of(Side side) {
    return switch (side) {
      case DOCTOR -> doctor;
      case PATIENT -> patient;
    };
  }
}
