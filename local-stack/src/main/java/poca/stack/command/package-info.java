/// What a person can ask of the stack, one class per command.
@NullMarked
package poca.stack.command;

import org.jspecify.annotations.NullMarked;
