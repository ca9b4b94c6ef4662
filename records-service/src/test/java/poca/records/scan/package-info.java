@NullMarked
package poca.records.scan;

import org.jspecify.annotations.NullMarked;
