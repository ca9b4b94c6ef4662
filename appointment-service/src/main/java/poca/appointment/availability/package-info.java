/// Which time is taken and which is free.
@NullMarked
package poca.appointment.availability;

import org.jspecify.annotations.NullMarked;
