/// WebSockets (contract 5.1): handshake, frames, backpressure, heartbeat, access while open, and
/// the end at shutdown. A service brings a [poca.platform.socket.SocketEndpoint] and keeps what its
/// frames mean.
@NullMarked
package poca.platform.socket;

import org.jspecify.annotations.NullMarked;
