/// The world around ai-service, for its tests.
@NullMarked
package poca.aitest;

import org.jspecify.annotations.NullMarked;
