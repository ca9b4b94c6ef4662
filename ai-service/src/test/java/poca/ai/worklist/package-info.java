@org.jspecify.annotations.NullMarked
package poca.ai.worklist;
