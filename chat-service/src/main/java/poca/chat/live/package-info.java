/// How messages reach people who are connected: sockets and what is pushed to them.
@NullMarked
package poca.chat.live;

import org.jspecify.annotations.NullMarked;
