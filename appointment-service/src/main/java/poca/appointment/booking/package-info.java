/// Appointments and their lives.
@NullMarked
package poca.appointment.booking;

import org.jspecify.annotations.NullMarked;
