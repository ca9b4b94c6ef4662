@NullMarked
package poca.records.storage;

import org.jspecify.annotations.NullMarked;
