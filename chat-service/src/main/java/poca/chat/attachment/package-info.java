/// Files that come with messages: records-service keeps them, we name them.
@NullMarked
package poca.chat.attachment;

import org.jspecify.annotations.NullMarked;
