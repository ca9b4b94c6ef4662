/// Documents: their rows, how they come in, who may read them.
@NullMarked
package poca.records.document;

import org.jspecify.annotations.NullMarked;
