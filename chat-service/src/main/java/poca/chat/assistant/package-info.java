/// What we know from ai-service: where the interviews of our chats stand.
@NullMarked
package poca.chat.assistant;

import org.jspecify.annotations.NullMarked;
