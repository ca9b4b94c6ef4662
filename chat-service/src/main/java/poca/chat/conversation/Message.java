package poca.chat.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import poca.chat.careteam.Side;
import poca.contracts.ChatId;
import poca.contracts.MessageId;
import tools.jackson.databind.node.ObjectNode;

/// One message in its place.
///
/// @param seq 1, 2, 3, ... without gaps in its chat
/// @param fileDetails as clients see them, links included
public record Message(
    MessageId id,
    ChatId chat,
    long seq,
    Side from,
    @Nullable String clientMessageId,
    String text,
    MessageType type,
    @Nullable ObjectNode fileDetails,
    boolean read,
    Instant sentAt) {}
