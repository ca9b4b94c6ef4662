/// Who belongs to whom, as the directory told us.
@NullMarked
package poca.records.careteam;

import org.jspecify.annotations.NullMarked;
