/// The world around chat-service, for its tests.
@NullMarked
package poca.chattest;

import org.jspecify.annotations.NullMarked;
