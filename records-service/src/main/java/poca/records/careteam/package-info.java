/// Who may use a patient's record.
@NullMarked
package poca.records.careteam;

import org.jspecify.annotations.NullMarked;
