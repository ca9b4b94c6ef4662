package poca.chat.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import poca.chat.careteam.Side;
import poca.contracts.AiSessionId;
import poca.contracts.ChatId;
import poca.contracts.MessageId;
import tools.jackson.databind.node.ObjectNode;

/// One message in its place.
///
/// @param seq 1, 2, 3, ... without gaps in its chat
/// @param summaryOf the AI session whose summary it is
/// @param fileDetails as clients see them, links included
public record Message(
    MessageId id,
    ChatId chat,
    long seq,
    Side from,
    @Nullable String clientMessageId,
    @Nullable AiSessionId summaryOf,
    String text,
    MessageType type,
    @Nullable ObjectNode fileDetails,
    boolean read,
    Instant sentAt) {}
