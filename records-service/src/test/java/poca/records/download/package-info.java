@NullMarked
package poca.records.download;

import org.jspecify.annotations.NullMarked;
