/// What an answer rests on beside the conversation: the patient's record and the doctor.
@NullMarked
package poca.ai.context;

import org.jspecify.annotations.NullMarked;
