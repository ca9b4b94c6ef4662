@NullMarked
package poca.records.photo.maker;

import org.jspecify.annotations.NullMarked;
