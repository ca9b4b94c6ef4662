@org.jspecify.annotations.NullMarked
package poca.chat.assistant;
