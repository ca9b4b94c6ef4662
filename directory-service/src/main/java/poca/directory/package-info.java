/// Hospitals, doctors, patients and who belongs to whom.
@NullMarked
package poca.directory;

import org.jspecify.annotations.NullMarked;
