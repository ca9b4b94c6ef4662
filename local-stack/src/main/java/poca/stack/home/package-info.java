/// What one installation on this machine consists of: its folder, ports, secrets, settings and
/// rooms.
@NullMarked
package poca.stack.home;

import org.jspecify.annotations.NullMarked;
