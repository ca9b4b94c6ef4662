@NullMarked
package poca.records.document;

import org.jspecify.annotations.NullMarked;
