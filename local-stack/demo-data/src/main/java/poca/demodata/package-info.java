/// Makes the patients of the demo: runs Synthea and keeps the little that the demo loads.
@NullMarked
package poca.demodata;

import org.jspecify.annotations.NullMarked;
