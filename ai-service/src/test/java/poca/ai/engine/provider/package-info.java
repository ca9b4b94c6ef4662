@NullMarked
package poca.ai.engine.provider;

import org.jspecify.annotations.NullMarked;
