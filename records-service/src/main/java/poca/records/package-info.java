/// The service that keeps patients' records.
@NullMarked
package poca.records;

import org.jspecify.annotations.NullMarked;
