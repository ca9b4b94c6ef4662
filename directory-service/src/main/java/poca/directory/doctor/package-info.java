/// Doctors' profiles and lists.
@NullMarked
package poca.directory.doctor;

import org.jspecify.annotations.NullMarked;
