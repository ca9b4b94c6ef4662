@NullMarked
package poca.ai.session;

import org.jspecify.annotations.NullMarked;
