/// The clinical content: files that a clinician reads and changes, with what is wrong in them named
/// by file and line.
@NullMarked
package poca.ai.content;

import org.jspecify.annotations.NullMarked;
