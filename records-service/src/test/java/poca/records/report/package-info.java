@NullMarked
package poca.records.report;

import org.jspecify.annotations.NullMarked;
