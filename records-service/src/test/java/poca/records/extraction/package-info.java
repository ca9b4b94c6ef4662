@NullMarked
package poca.records.extraction;

import org.jspecify.annotations.NullMarked;
