@NullMarked
package poca.records.attachment;

import org.jspecify.annotations.NullMarked;
