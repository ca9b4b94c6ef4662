@NullMarked
package poca.directory.patient;

import org.jspecify.annotations.NullMarked;
