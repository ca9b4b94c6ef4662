/// Who waits for a time, and to whom a freed one is offered.
@NullMarked
package poca.appointment.waitlist;

import org.jspecify.annotations.NullMarked;
