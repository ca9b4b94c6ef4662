/// Makes the patients of the demo: runs Synthea and keeps the little that the demo loads.
@NullMarked
package poca.demo.data;

import org.jspecify.annotations.NullMarked;
