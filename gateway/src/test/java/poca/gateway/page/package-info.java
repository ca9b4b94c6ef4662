@NullMarked
package poca.gateway.page;

import org.jspecify.annotations.NullMarked;
