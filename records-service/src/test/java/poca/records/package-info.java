@NullMarked
package poca.records;

import org.jspecify.annotations.NullMarked;
