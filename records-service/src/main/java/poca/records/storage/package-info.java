/// Bytes: what they are and where they lie.
@NullMarked
package poca.records.storage;

import org.jspecify.annotations.NullMarked;
