/// The words that documents hold.
@NullMarked
package poca.records.extraction;

import org.jspecify.annotations.NullMarked;
