package poca.chat.message;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import poca.contracts.AiSessionId;
import poca.contracts.ChatId;
import poca.contracts.MessageId;
import tools.jackson.databind.node.ObjectNode;

/// One message in its place, as clients see it (contract 3).
///
/// @param seq 1, 2, 3, ... without gaps in its chat
/// @param aiSessionId the AI session whose summary it is
/// @param senderId of the side that sent it, whichever of its accounts wrote
/// @param fileDetails links included
public record Message(
    MessageId id,
    ChatId chatId,
    long seq,
    @Nullable String clientMessageId,
    @Nullable AiSessionId aiSessionId,
    UUID senderId,
    UUID receiverId,
    String message,
    MessageType messageType,
    @Nullable ObjectNode fileDetails,
    Instant timestamp,
    boolean isRead) {}
