/// Everything of a patient in one file.
@NullMarked
package poca.records.export;

import org.jspecify.annotations.NullMarked;
