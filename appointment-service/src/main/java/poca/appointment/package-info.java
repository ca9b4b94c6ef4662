/// Availability and bookings of doctors and patients.
@NullMarked
package poca.appointment;

import org.jspecify.annotations.NullMarked;
