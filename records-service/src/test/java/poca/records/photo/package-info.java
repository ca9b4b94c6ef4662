@NullMarked
package poca.records.photo;

import org.jspecify.annotations.NullMarked;
