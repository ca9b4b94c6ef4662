/// Documents going out: ranges, names, one-time tokens.
@NullMarked
package poca.records.download;

import org.jspecify.annotations.NullMarked;
