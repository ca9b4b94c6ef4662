/// What we know from the directory: who may book for whom.
@NullMarked
package poca.appointment.careteam;

import org.jspecify.annotations.NullMarked;
