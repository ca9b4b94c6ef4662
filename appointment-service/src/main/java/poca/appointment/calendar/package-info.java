/// The calendar of an account, for programs that subscribe to it by a token.
@NullMarked
package poca.appointment.calendar;

import org.jspecify.annotations.NullMarked;
