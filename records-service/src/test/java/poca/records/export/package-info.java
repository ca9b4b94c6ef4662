@NullMarked
package poca.records.export;

import org.jspecify.annotations.NullMarked;
