/// Who makes the assistant's answers.
@NullMarked
package poca.ai.engine;

import org.jspecify.annotations.NullMarked;
