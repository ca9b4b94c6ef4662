/// Which language a patient writes in, and the little that is said and understood in languages that
/// are not read: a fixed notice, the plain advice of an emergency, and the alarm words.
///
/// Deterministic and linear in the length of the text. What it knows of a language stands in
/// `clinical/languages/`, one file a language.
@NullMarked
package poca.ai.language;

import org.jspecify.annotations.NullMarked;
