/// Documents in a patient's record.
@NullMarked
package poca.records.attachment;

import org.jspecify.annotations.NullMarked;
